package fields

// headers are the names that tills and web shops give their columns, by field,
// the surest first: lower case, letters and digits only.
var headers = map[Field][]string{
	Customer: {
		"customerid", "customernumber", "customerno", "customernr", "customercode", "customerreferenceid", "custno", "custid",
		"clientid", "clientnumber", "clientno", "buyeruserid", "accountnumber", "accountno", "memberid", "membernumber",
		"customeruser", "kundennummer", "kundennr", "kundnr", "kundnummer", "asiakasnumero", "asiakasnro", "numeroclient",
		"codeclient", "idcliente", "numerocliente", "codicecliente", "klantnummer", "numerklienta",
	},
	Name: {
		"customername", "customer", "clientname", "client", "buyername", "fullname", "billingname", "contactname", "buyer",
		"shipname", "consumername", "purchasername", "patientname", "guestname", "membername", "patient", "recipientname", "recipient", "receivername", "name", "kunde", "kundenname", "asiakas", "nomclient", "cliente", "nombre", "klant", "kund", "klient",
	},
	Given:  {"firstname", "givenname", "billingfirstname", "forename", "vorname", "etunimi", "prenom", "customerfirstname", "buyerfirstname", "clientfirstname", "purchaserfirstname", "guestfirstname", "memberfirstname", "patientfirstname", "shippingfirstname", "recipientfirstname"},
	Family: {"lastname", "familyname", "surname", "billinglastname", "nachname", "sukunimi", "customerlastname", "buyerlastname", "clientlastname", "purchaserlastname", "guestlastname", "memberlastname", "patientlastname", "shippinglastname", "recipientlastname", "colastname"},
	Firm:   {"company", "companyname", "billingcompany", "organisation", "organization", "firm", "firma", "yritys"},
	Phone: {
		"phone", "phonenumber", "telephone", "customerphone", "mobile", "mobilephone", "tel", "billingphone", "shippingphone",
		"telefon", "telefonnummer", "puhelin", "puhelinnumero", "telefono",
	},
	Email: {"email", "emailaddress", "customeremail", "useremail", "revieweremail", "mail", "billingemail", "epost", "sahkoposti", "correo"},
	Receipt: {
		"invoiceno", "invoicenumber", "invoice", "invoiceid", "receipt", "receiptnumber", "receiptno", "receiptid", "orderid",
		"ordernumber", "orderno", "order", "orderreference", "orderref", "incrementid", "orderincrementid", "salesorder", "salesorderno", "salesordernumber", "transactionid", "transaction", "saleid", "salenumber", "billno", "ticket",
		"ticketnumber", "documentnumber", "rechnungsnummer", "rechnungsnr", "belegnummer", "belegnr", "bestellnummer",
		"kuitti", "kuittinumero", "laskunumero", "tilausnumero", "numerofacture", "facture", "factura", "bonnummer",
	},
	Day: {
		"invoicedate", "date", "orderdate", "saledate", "purchasedate", "receiptdate", "transactiondate", "day", "dateissued", "issuedate", "dateofissue", "issuedon", "issued",
		"createdat", "createdutc", "datecreated", "createddate", "dateofsale", "dateofpurchase", "datesold", "dateordered", "orderdatetime", "createddateutc", "dateutc", "dateadded", "creationdate", "ordercreationdate", "ordercreatedat", "ordercreated", "dateadd", "datetime", "timestamp", "created", "orderpurchasetimestamp", "purchasetimestamp", "returndate", "refunddate", "datereturned", "dateofreturn", "creditdate", "retourdatum", "createdtime", "timecreated", "createtime", "creationtime", "paidat", "datepaid", "datum",
		"rechnungsdatum", "belegdatum", "bestelldatum", "paivays", "paivamaara", "pvm", "fecha", "data", "dato",
	},
	Time: {"time", "saletime", "ordertime", "timeofday", "uhrzeit", "zeit", "kello", "heure", "hora", "klockslag"},
	Item: {
		"item", "itemname", "product", "productname", "products", "description", "itemdescription", "lineitemname",
		"itemproductservice", "itemtitle", "producttitle", "producttitel", "productdescription", "article", "articlename", "menuitem", "title", "artikel", "bezeichnung", "produkt", "tuote", "nimike",
		"article", "designation", "produit", "producto", "descripcion", "articolo", "omschrijving",
	},
	Code: {
		"stockcode", "sku", "itemcode", "productcode", "productid", "itemid", "lineitemsku", "inventoryitemcode",
		"articlenumber", "gtin", "ean", "barcode", "artikelnummer", "artikelnr", "tuotekoodi", BareCode,
	},
	Quantity: {
		"quantity", "qty", "lineitemquantity", "itemquantity", "count", "pieces", "numberofitems", "itemssold", "qtyordered", "quantityordered", "orderedqty", "orderedquantity", "qtyinvoiced", "qtysold", "quantitysold", "units", "unitssold", "unitsordered", "pcs", "menge",
		"anzahl", "stk", "stck", "stueck", "stuck", "maara", "kpl", "quantite", "qte", "cantidad", "quantita", "aantal", "antal", "ilosc",
	},
	Price: {
		"unitprice", "price", "unitamount", "itemprice", "lineitemprice", "itemrate", "rate", "priceeach", "einzelpreis",
		"preis", "stueckpreis", "yksikkohinta", "ahinta", "hinta", "prixunitaire", "prix", "precio", "prezzo", "prijs",
	},
	Amount: {
		"linetotal", "lineamount", "amount", "netsales", "itemamount", "itemtotal", "extendedprice", "subtotal",
		"grosssales", "extprice", "extamount", "extendedamount", "finalprice", "rowtotal", "rowtotalincltax", "totallineprice", "lineprice", "linesubtotal", "grossamount", "netamount", "betrag", "gesamtpreis", "summe", "rivisumma", "montant", "importe", "importo", "bedrag", "belopp",
	},
	Total: {
		"total", "ordertotal", "ordervalue", "invoicetotal", "receipttotal", "grandtotal", "totalamount", "totalcollected", "saletotal", "salestotal", "totaltopay", "totaltopayamount", "amounttopay", "totalprice", "totalsales",
		"totalincvat", "totalinclvat", "totalincludingvat", "totalinctax", "totalincltax", "totalincgst", "saleamount", "salesamount", "amountpaid", "totalpaid", "paidamount",
		"gesamtbetrag", "gesamtsumme", "rechnungsbetrag", "yhteensa", "loppusumma", "totalttc", "totaal",
	},
	Currency: {
		"currency", "currencycode", "ordercurrency", "ordercurrencycode", "transactioncurrency", "paymentcurrency", "salecurrency", "invoicecurrency", "currencyisocode", "isocurrency", "waehrung", "wahrung", "valuutta", "devise", "moneda", "valuta",
	},
	Country: {"country", "billingcountry", "shippingcountry", "shipcountry", "countrycode", "land", "maa", "pays", "pais"},
	SoldBy: {
		"soldby", "staff", "staffname", "employee", "employeename", "salesperson", "cashier", "seller", "servedby", "clerk",
		"verkaeufer", "verkaufer", "myyja", "vendeur", "vendedor", "saljare",
	},
}
