//! The command line.
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        let stem = std::path::Path::new(&path).file_stem().unwrap().to_str().unwrap().to_owned();
        let report = tongket::summarize::parse_bytes(&bytes, Some(&stem)).unwrap();
        println!("{}", serde_json::to_string(&report).unwrap());
    }
}
