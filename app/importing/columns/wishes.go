package columns

// The fields of whether somebody may be called.
const (
	FieldDoNotCall Field = "do-not-call" // filled, and not with a no, where they do not want it
	FieldMayCall   Field = "may-call"    // no where they do not want it
)

// wishNames are columns by which other programs say plainly that somebody does,
// or does not, want to be called. What is said of mails and of messages says
// nothing of calls, and neither does a bare opt-out.
var wishNames = map[string]Field{
	"donotcall": FieldDoNotCall, "donotcallme": FieldDoNotCall, "donotphone": FieldDoNotCall, "dontcall": FieldDoNotCall, "nocalls": FieldDoNotCall,
	"nocall": FieldDoNotCall, "nophonecalls": FieldDoNotCall, "dnc": FieldDoNotCall, "donotallowphonecalls": FieldDoNotCall,
	"phoneoptout": FieldDoNotCall, "calloptout": FieldDoNotCall, "callsoptout": FieldDoNotCall, "optedoutofcalls": FieldDoNotCall,
	"optoutofcalls": FieldDoNotCall, "optedoutofphonecalls": FieldDoNotCall, "phoneoptedout": FieldDoNotCall, "callingoptout": FieldDoNotCall,
	"nichtanrufen": FieldDoNotCall, "keineanrufe": FieldDoNotCall, "alasoita": FieldDoNotCall, "nepasappeler": FieldDoNotCall,
	"nollamar": FieldDoNotCall, "nonchiamare": FieldDoNotCall, "nietbellen": FieldDoNotCall, "niedzwonic": FieldDoNotCall, "naoligar": FieldDoNotCall,
	"ringinte": FieldDoNotCall,

	"phoneconsent": FieldMayCall, "callconsent": FieldMayCall, "callingconsent": FieldMayCall, "consenttocall": FieldMayCall,
	"consenttocalls": FieldMayCall, "phoneoptin": FieldMayCall, "calloptin": FieldMayCall, "acceptscalls": FieldMayCall,
	"acceptsphonecalls": FieldMayCall, "allowcalls": FieldMayCall, "allowphonecalls": FieldMayCall, "maycall": FieldMayCall,
	"cancall": FieldMayCall, "okaytocall": FieldMayCall, "oktocall": FieldMayCall, "phonepermission": FieldMayCall,
	"callpermission": FieldMayCall,
}

// findWishes finds the columns of a table of purchases by which it says whether
// somebody may be called.
func (c *Columns) findWishes(plain []string, taken map[int]bool) {
	for i, name := range plain {
		if part := wishNames[name]; part != FieldNone && !taken[i] {
			c.find(part, []string{name}, plain, taken)
		}
	}
}

// isOfWishes tells of a column about consent and its like that it holds no number
// and no address, whatever its name begins with.
func isOfWishes(plain string) bool {
	return containsAny(plain, "consent", "optin", "optout", "opted", "permission", "donot", "unsubscribed", "allow", "verified", "bounced")
}

// Wishes tells whether a column says who may be called.
func (c Columns) Wishes() bool { return c.Has(FieldDoNotCall, FieldMayCall) }
