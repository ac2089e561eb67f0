//! Groups by sector, in the order of the guide: the whole sector first, everything else last.

use crate::model::Sector;

/// The items of each sector that has any, in the order they came.
pub fn by_sector<T>(items: impl IntoIterator<Item = T>, sector: impl Fn(&T) -> Sector) -> Vec<(Sector, Vec<T>)> {
    let mut groups: Vec<(Sector, Vec<T>)> = Sector::ALL.iter().map(|&s| (s, Vec::new())).collect();
    for item in items {
        let of = sector(&item);
        if let Some((_, group)) = groups.iter_mut().find(|(s, _)| *s == of) {
            group.push(item);
        }
    }
    groups.retain(|(_, group)| !group.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_of_the_guide_and_of_the_items() {
        let items = [(Sector::Other, 1), (Sector::Post, 2), (Sector::WholeSector, 3), (Sector::Post, 4)];
        let groups = by_sector(items, |item| item.0);
        let shape: Vec<_> = groups.iter().map(|(s, g)| (*s, g.iter().map(|i| i.1).collect::<Vec<_>>())).collect();
        assert_eq!(shape, [(Sector::WholeSector, vec![3]), (Sector::Post, vec![2, 4]), (Sector::Other, vec![1])]);
    }
}
