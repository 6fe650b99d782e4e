package receipts_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestTheColumnsOfFurtherLanguagesAreKnown(t *testing.T) {
	for language, header := range map[string]string{
		"Russian":    "Номер заказа;Дата;Клиент;Телефон;Товар;Количество;Цена;Сумма;Валюта",
		"Ukrainian":  "Номер замовлення;Дата;Клієнт;Телефон;Товар;Кількість;Ціна;Сума;Валюта",
		"Czech":      "Číslo objednávky;Datum;Zákazník;Telefon;Zboží;Množství;Cena za kus;Částka;Měna",
		"Hungarian":  "Számlaszám;Dátum;Vevő neve;Telefonszám;Termék;Mennyiség;Egységár;Összeg;Pénznem",
		"Romanian":   "Număr factură;Data;Nume client;Telefon;Produs;Cantitate;Preț unitar;Sumă;Monedă",
		"Turkish":    "Sipariş no;Tarih;Müşteri adı;Telefon;Ürün;Adet;Birim fiyat;Tutar;Para birimi",
		"Vietnamese": "Mã đơn hàng;Ngày;Khách hàng;Số điện thoại;Sản phẩm;Số lượng;Đơn giá;Thành tiền;Tiền tệ",
		"Chinese":    "订单号;日期;客户名称;电话;商品;数量;单价;金额;币种",
		"Japanese":   "注文番号;日付;顧客名;電話番号;商品名;数量;単価;金額;通貨",
	} {
		t.Run(language, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(header, "A-1;2026-03-14;Ann Bell;+44 20 7946 0290;Cup;2;10.00;20.00;EUR"))
			if got, want := book.Sold(), []string{"2026-03-14 A-1 Ann Bell +442079460290: 2×Cup=2000 2000 EUR"}; !slices.Equal(got, want) || p.Files[0].NotTaken != nil {
				t.Errorf("%q, want %q; not taken %q", got, want, p.Files[0].NotTaken)
			}
		})
	}
}

func TestAllOrdersOfAmazonAreKnownByTheirNumberAndTheStateOfEachLine(t *testing.T) {
	book := importingtest.NewShelf()
	book.Settings.Currency = "USD"
	p := importingtest.Take(t, book, importingtest.Table("amazon-order-id\tpurchase-date\tbuyer-email\tbuyer-name\torder-status\titem-status\tproduct-name\tquantity\tcurrency\titem-price",
		"111-1\t2026-01-15T10:00:00+00:00\tk@example.com\tKate Moss\tShipped\tShipped\tLamp\t2\tUSD\t20.00",
		"111-2\t2026-01-15T10:00:00+00:00\tk@example.com\tKate Moss\tShipped\tCancelled\tBulb\t1\tUSD\t5.00"))
	if got, want := book.Sold(), []string{"2026-01-15 111-1 Kate Moss k@example.com: 2×Lamp=2000 2000 USD"}; !slices.Equal(got, want) || p.Files[0].Program != "Amazon" {
		t.Errorf("%q by %s, want %q", got, p.Files[0].Program, want)
	}
}

func TestAnAmountThatIsAskedAboutIsShownAsItStands(t *testing.T) {
	book := importingtest.NewShelf()
	file := importingtest.Table("Customer ID;Date;Order;Item;Amount", "7;2026-03-14;1;Cup;1,250")
	_, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{file}, importing.Options{})
	if got := importingtest.ArgsOf(err)["Example"]; got != "1,250" {
		t.Errorf("%q (%v)", got, strings.TrimSpace(importingtest.KeyOf(err)))
	}
}
