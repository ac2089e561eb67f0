//! What a reader takes along: the clipboard and the device's sheet for sharing. The page itself sends nothing.
//! Files are made by `script/save.js`.

#[cfg(feature = "csr")]
pub(super) use real::*;
#[cfg(not(feature = "csr"))]
pub(super) use unreal::*;

#[cfg(feature = "csr")]
mod real {
    use gloo::utils::window;
    use wasm_bindgen::{JsCast, JsValue};

    /// Whether the browser takes the text; it may refuse later without saying so.
    pub(in crate::view) fn copy(text: &str) -> bool {
        let navigator: JsValue = window().navigator().into();
        let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).unwrap_or_default();
        if clipboard.is_undefined() {
            return false;
        }
        let _ = clipboard.unchecked_into::<web_sys::Clipboard>().write_text(text);
        true
    }

    /// Whether the device has a sheet of its own for sharing.
    pub(in crate::view) fn can_share() -> bool {
        let navigator: JsValue = window().navigator().into();
        js_sys::Reflect::has(&navigator, &"share".into()).unwrap_or(false)
    }

    /// Opens the device's sheet for sharing.
    pub(in crate::view) fn share(text: &str, url: &str) {
        let navigator: JsValue = window().navigator().into();
        let data = js_sys::Object::new();
        for (key, value) in [("text", text), ("url", url)] {
            let _ = js_sys::Reflect::set(&data, &key.into(), &value.into());
        }
        let share =
            js_sys::Reflect::get(&navigator, &"share".into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
        if let Some(share) = share {
            let _ = share.call1(&navigator, &data);
        }
    }
}

#[cfg(not(feature = "csr"))]
mod unreal {
    pub(in crate::view) fn copy(_: &str) -> bool {
        false
    }
    pub(in crate::view) fn can_share() -> bool {
        false
    }
    pub(in crate::view) fn share(_: &str, _: &str) {}
}
