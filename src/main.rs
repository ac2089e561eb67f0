//! The browser app: starts the view in the page that loaded it.

/// Half the code of the allocator that Rust brings for wasm, and as fast: its time does not grow with what it holds.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    tongket::view::start();
}
