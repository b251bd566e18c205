//! Retiming: a scene of code lasts longer or shorter, and plays all of its motion in that time.
//!
//! Scenes know of time by few doors: `useCurrentFrame` and `useVideoConfig` tell it, and `Sequence` and its like are told
//! it. Calls are put around exactly these, so that everything between them goes on counting in the frames that the
//! scene was made for: at a frame `f` of the new video it shows what it showed at `f × old / new`. What cannot be
//! led through such a door is a reason to refuse.

mod door;
mod doubt;
mod layer;
mod pace;
mod ratio;
#[cfg(test)]
mod tests;
mod whole;

use std::ops::Range;

use oxc::ast::ast::{Expression, Program};
use oxc::span::GetSpan;

use crate::diagnostic::Diagnostic;
use crate::error::{Error, ErrorKind, Result};

use super::super::data::exported;
use super::super::parse::Reading;
use super::patch::{Patches, bytes};
use super::props::member;
use super::reading;
use super::style::newline;
use door::{Door, LENGTH, Survey};
use layer::{Helpers, Layer, Wrapper, free_number, layers, placed, wrapper};
use ratio::Ratio;

pub use pace::paced;

/// The most frames of a scene: a day at 60 frames a second. Times of such numbers are exact.
const MOST_FRAMES: u32 = 60 * 60 * 60 * 24;

/// The code of a scene that lasts `to` frames and plays all of its motion in them: at frame `f` it shows what it showed at
/// `f × old / to`. Retiming again changes the numbers alone, and retiming to the first length gives the first code back, byte
/// for byte.
///
/// # Errors
/// [`ErrorKind::Scene`] if the code does not parse, does not say in its `meta` how long it is, or has something whose time
/// cannot be scaled (sound, film, frames from elsewhere): the diagnostics name each.
pub fn retime(code: &str, to: u32) -> Result<String> {
    reading(code, |reading| plan(reading, None, to))?
}

/// As [`retime`], of a scene that lasts `from` frames where its `meta` does not say how long it is.
pub fn retime_from(code: &str, from: u32, to: u32) -> Result<String> {
    reading(code, |reading| plan(reading, Some(from), to))?
}

/// How many frames a scene takes when its motion is `factor` times as fast; at least one.
pub fn frames_at_speed(frames: u32, factor: f64) -> u32 {
    if factor > 0.0 { (f64::from(frames) / factor).round().clamp(1.0, f64::from(MOST_FRAMES)) as u32 } else { frames }
}

fn plan(reading: &Reading<'_>, known: Option<u32>, to: u32) -> Result<String> {
    let said = said(reading)?;
    let from = said.as_ref().map(|(frames, _)| *frames).or(known).ok_or_else(|| {
        let told = reading.source().diagnose(0..0, "it does not say how long it is");
        refusal(vec![told.help("export `meta` with `durationInFrames`")])
    })?;
    if [from, to].iter().any(|frames| !(1..=MOST_FRAMES).contains(frames)) {
        let message = format!("a scene lasts 1 to {MOST_FRAMES} frames: one of {from} cannot become one of {to}");
        return Err(Error::new(ErrorKind::Parameter, message));
    }
    let mut patches = Patches::default();
    if let Some((_, span)) = said {
        patches.replace(span, to.to_string());
    }
    if from != to {
        scale(reading, &mut patches, from, to)?;
    }
    Ok(patches.apply(reading.text()))
}

/// How long a scene says that it is, and where; `None` if it has no `meta` that says it.
fn said(reading: &Reading<'_>) -> Result<Option<(u32, Range<usize>)>> {
    let Some(value) = written_length(reading.program()) else { return Ok(None) };
    let span = bytes(value.span());
    match value {
        Expression::NumericLiteral(number) if number.value.fract() == 0.0 && number.value >= 1.0 => {
            Ok(Some((number.value as u32, span)))
        }
        _ => {
            let told = reading.source().diagnose(span, "its length is computed");
            Err(refusal(vec![told.help("write `durationInFrames` of `meta` as a number")]))
        }
    }
}

fn written_length<'a>(program: &'a Program<'a>) -> Option<&'a Expression<'a>> {
    let Some(Expression::ObjectExpression(meta)) = exported(program, "meta") else { return None };
    let mut members = meta.properties.iter().filter_map(member);
    members.find(|(name, _)| name == "durationInFrames").map(|(_, value)| value.get_inner_expression())
}

fn refusal(told: Vec<Diagnostic>) -> Error {
    let what = told.iter().map(Diagnostic::message).collect::<Vec<_>>().join("; ");
    Error::new(ErrorKind::Scene, format!("the scene cannot be retimed: {what}")).with_diagnostics(told)
}

fn scale(reading: &Reading<'_>, patches: &mut Patches, from: u32, to: u32) -> Result<()> {
    let layers = layers(reading);
    let fresh = Ratio { scene: from.into(), video: to.into() };
    let survey = Survey::of(reading, &layers, LENGTH);
    let doubts = doubt::all(reading, &layers, &survey, fresh);
    if !doubts.is_empty() {
        return Err(refusal(doubts));
    }
    for layer in &layers {
        fold(reading, patches, &layers, (layer, layer.ratio.folded(from, to)));
    }
    let bare: Vec<_> = survey.doors.iter().filter(|door| !door.is_wrapped).collect();
    add_layer(reading, patches, &bare, fresh)
}

/// Gives a layer another ratio, or takes it away.
fn fold(reading: &Reading<'_>, patches: &mut Patches, layers: &[Layer], (layer, ratio): (&Layer, Ratio)) {
    let text = reading.text();
    if !ratio.is_one() {
        return patches.replace(layer.span.clone(), layer.helpers.write(layer.number, ratio, newline(text)));
    }
    patches.delete(layer.removal(text));
    for call in layer.uses(reading).filter_map(|reference| wrapper(reading, layers, reference)) {
        unwrap(text, patches, &call);
    }
}

/// Takes the call of a helper away and leaves what it was called with.
fn unwrap(text: &str, patches: &mut Patches, call: &Wrapper) {
    let Wrapper { whole, name, argument } = call;
    let inner = &text[argument.clone()];
    let before = text[..whole.start].trim_end_matches(' ').strip_suffix(':');
    let shorthand = before.filter(|before| inner == "durationInFrames" && before.ends_with(inner));
    if let Some(key) = shorthand {
        patches.delete(key.len()..whole.end);
    } else if text[argument.end..whole.end].contains([',', '\n']) {
        patches.delete(whole.start..argument.start);
        patches.delete(argument.end..whole.end);
    } else {
        patches.delete(whole.start..name.end + 1);
        patches.delete(whole.end - 1..whole.end);
    }
}

fn add_layer(reading: &Reading<'_>, patches: &mut Patches, bare: &[&Door], ratio: Ratio) -> Result<()> {
    lead(reading, patches, bare, |helpers, number| helpers.write(number, ratio, newline(reading.text())))
}

/// Puts calls of helpers around some doors, and the lines that declare the helpers at the head of the scene.
fn lead(
    reading: &Reading<'_>,
    patches: &mut Patches,
    bare: &[&Door],
    lines: impl FnOnce(Helpers, usize) -> String,
) -> Result<()> {
    let text = reading.text();
    let mut helpers = Helpers::default();
    if bare.is_empty() {
        return Ok(());
    }
    for door in bare {
        helpers.add(door.role);
    }
    let Some(number) = free_number(text) else {
        let told = reading.source().diagnose(0..0, "the scene has been retimed and edited in turn too often");
        return Err(refusal(vec![told.help("write its times anew")]));
    };
    for door in bare {
        let name = door.role.helper(number);
        let key = if door.is_shorthand { format!("{}: ", &text[door.span.clone()]) } else { String::new() };
        patches.insert(door.span.start, format!("{key}{name}("));
        patches.insert(door.span.end, ")");
    }
    let (at, lines) = placed(reading, &lines(helpers, number));
    patches.insert(at, lines);
    Ok(())
}
