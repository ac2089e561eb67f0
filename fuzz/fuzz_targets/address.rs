//! The part of an address after `#`: any text is one, and what it names has an address of its own that names the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tongket::view::Route;

fuzz_target!(|address: &str| {
    let Ok(route) = address.parse::<Route>();
    let href = route.href();
    assert!(href.starts_with("#/") && !href.contains(['"', '<', '>', ' ', '\n']), "{href:?}");
    let Ok(back) = href.parse::<Route>();
    assert_eq!(back, route, "{href}");
    assert_eq!(back.href(), href);
});
