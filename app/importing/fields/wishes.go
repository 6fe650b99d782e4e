package fields

// wishNames are columns by which other programs say plainly that somebody does,
// or does not, want to be called. What is said of mails and of messages says
// nothing of calls, and neither does a bare opt-out.
var wishNames = map[string]Field{
	"donotcall": DoNotCall, "donotcallme": DoNotCall, "donotphone": DoNotCall, "dontcall": DoNotCall, "nocalls": DoNotCall,
	"nocall": DoNotCall, "nophonecalls": DoNotCall, "dnc": DoNotCall, "donotallowphonecalls": DoNotCall,
	"phoneoptout": DoNotCall, "calloptout": DoNotCall, "callsoptout": DoNotCall, "optedoutofcalls": DoNotCall,
	"optoutofcalls": DoNotCall, "optedoutofphonecalls": DoNotCall, "phoneoptedout": DoNotCall, "callingoptout": DoNotCall,
	"nichtanrufen": DoNotCall, "keineanrufe": DoNotCall, "alasoita": DoNotCall, "nepasappeler": DoNotCall,
	"nollamar": DoNotCall, "nonchiamare": DoNotCall, "nietbellen": DoNotCall, "niedzwonic": DoNotCall, "naoligar": DoNotCall,
	"ringinte": DoNotCall,

	"phoneconsent": MayCall, "callconsent": MayCall, "callingconsent": MayCall, "consenttocall": MayCall,
	"consenttocalls": MayCall, "phoneoptin": MayCall, "calloptin": MayCall, "acceptscalls": MayCall,
	"acceptsphonecalls": MayCall, "allowcalls": MayCall, "allowphonecalls": MayCall, "maycall": MayCall,
	"cancall": MayCall, "okaytocall": MayCall, "oktocall": MayCall, "phonepermission": MayCall,
	"callpermission": MayCall, "telefonwerbung": MayCall, "werbungtelefon": MayCall, "werbungpertelefon": MayCall, "werbungtelefonisch": MayCall, "telefonwerbungerlaubt": MayCall,
	"anruferlaubt": MayCall, "anrufeerlaubt": MayCall, "telefonkontakterlaubt": MayCall, "telefonischekontaktaufnahme": MayCall, "einwilligungtelefon": MayCall, "telefoneinwilligung": MayCall,
}

// IsOfWishes tells of a column about consent and its like that it holds no number
// and no address, whatever its name begins with.
func IsOfWishes(plain string) bool {
	return ContainsAny(plain, "consent", "optin", "optout", "opted", "permission", "donot", "unsubscribed", "allow", "verified", "bounced")
}

// OfWishes is the field of a column that says whether somebody may be called.
func OfWishes(plain string) Field { return wishNames[plain] }
