//! Names of reference areas.

use super::Lang;
use crate::lexicon::area::PROVINCES;
use crate::model::Area;

/// The name of an area; its code where no name is known.
pub fn area_name(lang: Lang, area: &Area) -> String {
    match area.code() {
        "VN" => lang.pick("Việt Nam", "Viet Nam").to_owned(),
        "world" => lang.pick("Thế giới", "World").to_owned(),
        code => province(code).unwrap_or(code).to_owned(),
    }
}

/// The name of a province by its ISO 3166-2 code.
fn province(code: &str) -> Option<&'static str> {
    PROVINCES.iter().find(|(listed, _)| *listed == code).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_the_code() {
        assert_eq!(area_name(Lang::Vi, &Area::VIET_NAM), "Việt Nam");
        assert_eq!(area_name(Lang::En, &Area::WORLD), "World");
        assert_eq!(area_name(Lang::Vi, &Area::province("VN-44")), "An Giang");
        assert_eq!(area_name(Lang::Vi, &Area::province("VN-99")), "VN-99");
    }
}
