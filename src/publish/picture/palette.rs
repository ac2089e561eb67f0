//! Pixels as a PNG with a palette: a drawing of a few inks on paper needs no more, and takes a fifth of the bytes.
//!
//! The inks stay as they are. What lies between an ink and the paper, at the edges of letters, is rounded to steps that no eye
//! tells apart at that size, coarser ones should there ever be more colours than a palette holds.

use std::collections::HashMap;

use resvg::tiny_skia::Pixmap;

use super::canvas;

type Colour = [u8; 3];

/// How many colours a palette holds.
const MOST: usize = 256;

/// The picture as PNG; the paper is opaque, so no pixel lets anything through.
pub(super) fn png(pixels: &Pixmap) -> Vec<u8> {
    let inks: Vec<Colour> = canvas::ALL.iter().map(|hex| colour(hex)).collect();
    for step in [15, 17, 51, 85, 255] {
        if let Some((palette, places)) = indexed(pixels, &inks, step) {
            return encoded(pixels, &palette, &places).unwrap_or_default();
        }
    }
    Vec::new()
}

/// The colours that are there, and for each pixel the place of its own; `None` where they are too many.
fn indexed(pixels: &Pixmap, inks: &[Colour], step: u16) -> Option<(Vec<Colour>, Vec<u8>)> {
    let mut known: HashMap<Colour, u8> = HashMap::new();
    let mut palette: Vec<Colour> = Vec::new();
    let mut places = Vec::with_capacity(pixels.pixels().len());
    // Most pixels are like the one before: asking for each alone was half the time of a picture.
    let mut last: Option<(Colour, u8)> = None;
    for pixel in pixels.pixels() {
        let exact = [pixel.red(), pixel.green(), pixel.blue()];
        if let Some((_, place)) = last.filter(|(colour, _)| *colour == exact) {
            places.push(place);
            continue;
        }
        let rounded = |part: u8| ((u16::from(part) + step / 2) / step * step).min(255) as u8;
        let shown = if inks.contains(&exact) { exact } else { exact.map(rounded) };
        let place = match known.get(&shown) {
            Some(place) => *place,
            None => {
                let place = u8::try_from(palette.len()).ok()?;
                palette.push(shown);
                known.insert(shown, place);
                place
            }
        };
        places.push(place);
        last = Some((exact, place));
    }
    (palette.len() <= MOST).then_some((palette, places))
}

fn encoded(pixels: &Pixmap, palette: &[Colour], places: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::Best);
    encoder.set_filter(png::FilterType::NoFilter);
    encoder.set_adaptive_filter(png::AdaptiveFilterType::NonAdaptive);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(places)?;
    writer.finish()?;
    Ok(bytes)
}

/// A colour of the canvas, written `#rrggbb`.
fn colour(hex: &str) -> Colour {
    let part = |at: usize| hex.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok()).unwrap_or_default();
    [part(1), part(3), part(5)]
}
