package fields

import (
	"slices"
	"sync"
)

// Tills write what is given back on a receipt of its own, and some write its
// figures as those of a sale: a column of the sort of receipt tells the two apart.

// sortNames are columns of the sort of a receipt or of its line.
const sortNames = "Type, Kind, Receipt type, Transaction type, Sale type, Event type, Document type, Doc type, Invoice type, Line type, Record type, Entry type, Txn type, Trans type, Voucher type, Document kind, Kind of document, Document, " +
	"Art, Belegart, Art des Belegs, Belegtyp, Dokumentart, Dokumententyp, Vorgang, Vorgangsart, Buchungsart, Geschäftsvorfall, Transaktionstyp, Type de document, Type de pièce, Type de vente, " +
	"Type de transaction, Tipo, Tipo de documento, Tipo documento, Tipo de venta, Tipo de transacción, Tipo di documento, Tipo vendita, Tipo de venda, Soort, " +
	"Documentsoort, Soort document, Documenttype, Nature de la pièce, Tipo de comprobante, Asiakirjatyyppi, Típus, Bizonylattípus, Bizonylat típusa, " +
	"Tip, Tip document, Tipul documentului, Druh dokladu, Rodzaj, Belge türü, Belge tipi, Evrak türü, Fiş türü, Loại, Loại chứng từ, " +
	"类型, 单据类型, 種別, 伝票種別, 伝票区分, Typ, Dokumenttyp, Kvittotyp, Bilagstype, Tyyppi, Tositelaji, Tapahtumalaji, Typ dokumentu, Rodzaj dokumentu, Typ dokladu, Tür, İşlem türü, " +
	"Тип, Тип документа, Вид документа, Вид операции, Τύπος, Είδος παραστατικού, Τύπος παραστατικού"

// sortColumns are these as they are looked for.
var sortColumns = sync.OnceValue(func() []string { return plainNames(sortNames) })

// bareSorts are columns of a sort that may be that of the goods.
var bareSorts = []string{"type", "kind", "art", "tip", "tipus", "rodzaj", "loai", "document", "类型", "種別", "typ", "tipo", "soort", "tyyppi", "tur", "тип", "τυποσ", "linetype"}

// IsSort tells of a column whether it says the sort of a receipt or of its line.
func IsSort(plain string) bool { return slices.Contains(sortColumns(), plain) }

// MaySortGoods tells of such a column whether it may say the sort of the goods.
func MaySortGoods(plain string) bool { return slices.Contains(bareSorts, plain) }
