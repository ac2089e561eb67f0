//! The browser app: starts the view in the page that loaded it.
fn main() {
    tongket::view::start();
}
