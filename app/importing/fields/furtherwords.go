package fields

// furtherWords are the plainest names of the columns of what was bought in Russian,
// Ukrainian, Czech, Hungarian, Romanian, Turkish, Vietnamese, Chinese and Japanese.
var furtherWords = map[Field]string{
	Name: "Клиент, Покупатель, Заказчик, ФИО, Имя, Клієнт, Покупець, ПІБ, Zákazník, Jméno, Jméno zákazníka, Vevő, Vevő neve, Ügyfél, Név, Nume, Nume client, Cumpărător, " +
		"Müşteri, Müşteri adı, Ad Soyad, Khách hàng, Tên khách hàng, 客户, 客户名称, 顾客, 姓名, 顧客名, お客様名, 氏名",
	Phone:    "Телефон, Номер телефона, Телефон клиента, Номер телефону, Telefonní číslo, Telefonszám, Număr de telefon, Telefon numarası, Điện thoại, Số điện thoại, 电话, 手机, 電話, 電話番号",
	Email:    "Почта, Электронная почта, Эл. почта, Електронна пошта, E-mailová adresa, E-mail cím, E-posta, 邮箱, 电子邮件, メール, メールアドレス",
	Receipt:  "Номер чека, Чек, Номер заказа, Номер замовлення, Číslo faktury, Číslo dokladu, Číslo objednávky, Számlaszám, Bizonylatszám, Rendelésszám, Număr factură, Nr. factură, Număr comandă, Fiş no, Fatura no, Sipariş no, Số hóa đơn, Mã hóa đơn, Mã đơn hàng, 订单号, 订单编号, 发票号, 注文番号, 伝票番号",
	Day:      "Дата, Дата продажи, Дата покупки, Дата заказа, Дата продажу, Дата замовлення, Datum prodeje, Datum nákupu, Datum objednávky, Dátum, Vásárlás dátuma, Rendelés dátuma, Data vânzării, Data comenzii, Tarih, Satış tarihi, Sipariş tarihi, Ngày, Ngày bán, Ngày mua, Ngày đặt hàng, 日期, 销售日期, 订单日期, 日付, 購入日, 注文日",
	Item:     "Товар, Наименование, Наименование товара, Назва товару, Zboží, Termék, Terméknév, Produs, Denumire produs, Ürün, Ürün adı, Sản phẩm, Tên sản phẩm, Mặt hàng, Tên hàng, 商品, 商品名称, 产品, 品名, 商品名, 製品名",
	Code:     "Mã hàng, Mã sản phẩm, Mã SP, Mã hàng hóa, Артикул, Код товара, Kód zboží, Cikkszám, Cod produs, Ürün kodu, Stok kodu, 商品编号, 商品コード",
	Quantity: "Количество, Кол-во, Кількість, Množství, Počet kusů, Mennyiség, Cantitate, Adet, Miktar, Số lượng, 数量",
	Price:    "Цена, Цена за единицу, Ціна, Cena za kus, Jednotková cena, Egységár, Ár, Preț, Preț unitar, Fiyat, Birim fiyat, Đơn giá, 单价, 価格, 単価",
	Amount:   "Сумма, Стоимость, Сума, Částka, Összeg, Sumă, Tutar, Thành tiền, Số tiền, 金额, 金額",
	Total:    "Итого, Всего, Общая сумма, Разом, Усього, Celkem, Celková částka, Összesen, Végösszeg, Toplam, Genel toplam, Toplam tutar, Tổng, Tổng cộng, Tổng tiền, 总计, 合计, 总金额, 合計, 合計金額",
	Currency: "Валюта, Měna, Pénznem, Deviza, Valută, Monedă, Para birimi, Tiền tệ, Loại tiền, 币种, 货币, 通貨",
}
