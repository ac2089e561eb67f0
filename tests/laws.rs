//! What holds for any text: it parses, every quote stands at its offset, the same bytes give the same bytes, JSON
//! comes back as it went.

mod holds;

use holds::holds;
use proptest::prelude::*;
use tongket::summarize::{parse, parse_bytes};

/// Words of the genre, so that the rules are met in every order.
fn genre() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "tăng",
        "giảm",
        "đạt",
        "ước đạt",
        "gần",
        "hơn",
        "1.234,5",
        "8.9",
        "12/1/2021",
        "2020",
        "%",
        "tỷ đồng",
        "nghìn",
        "so với",
        "cùng kỳ",
        "năm",
        "năm 2020",
        "quý III/2021",
        "giai đoạn 2016-2020",
        "(",
        ")",
        ",",
        ";",
        ".",
        ":",
        "–",
        "-",
        "từ",
        "đến",
        "lên",
        "xuống còn",
        "lần",
        "gấp",
        "gấp đôi",
        "xếp thứ",
        "86/193",
        "quốc gia",
        "doanh nghiệp",
        "một trăm hai mươi",
        "mười lăm",
        "triệu rưỡi",
        "Quyết định số 362/QĐ-TTg",
        "ngày",
        "6 tháng đầu năm",
        "5G",
        "COVID-19",
        "\n",
        "27dự án",
        "&nbsp;",
        "*",
        "bưu chính",
        "An Giang",
        "tấn/ha",
        "điểm phần trăm",
        "trở lên",
        "nhóm",
        "dẫn đầu",
        "lũy kế",
        "tính đến",
        "18008108",
        "1.",
        "a)",
        "ông",
        "Chủ tịch",
        "Nguyễn Văn A",
        "cần",
        "sẽ",
    ]);
    prop::collection::vec(words, 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_digits_and_marks(text in "[0-9.,/%()\\-: \n]{0,200}") {
        holds(&text);
    }

    #[test]
    fn any_text_of_the_genre(text in genre()) {
        holds(&text);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse_bytes(&bytes, None);
    }
}

#[test]
fn texts_that_once_were_trouble() {
    for text in [
        "",
        "\n",
        "\u{feff}",
        "%",
        "1",
        "năm",
        "năm năm",
        "0/0 xã",
        "từ 0 lên 100%",
        "1.000.000.000.000.000.000.000",
        "tháng 13/2021",
        "ngày 31/2/2021",
        "29/2/2020",
        "so với",
        "tăng",
        "giai đoạn 2020-2016",
        "e\u{301}\u{301}\u{301}",
        "năm 0",
        "(((((((((",
        "9999999999999999999 nghìn tỷ tỷ tỷ đồng",
        "𝟙𝟚 tỷ",
        "năm 2020-2020",
        "từ 5 đến 3%",
        "\u{feff}\u{feff}Nguồn",
        "\u{84}Nguồn",
        "90101010910101010",
        "2020t 5%7;tăng 2\u{1}6/9v",
        "9.323\u{200d} \u{3}tỷ Quý\rIII/2021",
        "To=_��tỉnh có ��߇<\\��trong đó (3 xã (đạt 75% /(tăng 5%)) vÛi) đạt chuẩn ((((( giai đoẻ�.",
        "99999 9 9999999999999999nghìn tỷ tỷ đồng 100.00ti 0/0 nhiệm kỳ,5 1,234.5 8.9 1..2",
    ] {
        holds(text);
    }
}

#[test]
fn bytes_that_once_were_trouble() {
    for bytes in [b"\x84Ngu\xe1\xbb\x93n".as_slice(), b"\xffNgu\xe1\xbb\x93n", b"\xe1Ngu\xe1\xbb\x93n"] {
        if let Ok(report) = parse_bytes(bytes, None) {
            holds(&report.text);
        }
    }
}

#[test]
fn large_numbers_come_back_exactly() {
    let report = parse("Doanh thu đạt 3.744.214 tỷ đồng.");
    let json = serde_json::to_string(&report).unwrap();
    assert!(json.contains("\"number\":3744214000000000,"), "{json}");
}

#[test]
fn offsets_survive_dirt() {
    for text in [
        "Nộp ngân sách đạt 99.323 tỷ đồng",
        "\u{feff}No\u{302}\u{323}p nga\u{302}n sa\u{301}ch\u{a0}đạt\r\n*99.323*\u{200b} tỷ&nbsp;đồng",
    ] {
        holds(text);
        assert_eq!(parse(text).observations[0].number.unwrap().get(), 99_323e9, "{text:?}");
    }
}

#[test]
fn endless_texts_are_read() {
    for unit in [
        "1 ",
        "tăng 5% ",
        "(",
        "a\u{301}\u{302}",
        "12/1/2021 ",
        "năm 2020, ",
        "Nguyễn ",
        "đạt 5 tỷ đồng, ",
        "1.",
        ";",
        "“",
    ] {
        let report = parse(&unit.repeat(200_000 / unit.len()));
        assert!(report.text.len() <= 200_000);
    }
}
