//! Parts of a request that set how a scene looks or lasts, and are no item of a list.

use std::ops::Range;

use crate::text::Text;
use crate::value::peek::{is_word, open};
use crate::value::words::Words;
use crate::value::{Certainty, Kind, scan};

/// Words that make a setting of a short part.
const NAMES: Words = Words::new(
    "accent animation background bg duration fps font fonts format position speed subtitle theme title titled txt \
     transition aspect easing",
);

/// Whether a part is a setting of the scene: `dark theme`, `5s`, `accent #C8102E`, `slide from left`, `9:16`.
pub(crate) fn is_setting(text: &Text, part: Range<usize>) -> bool {
    const LONGEST: usize = 9;
    let part = behind_small(text, part);
    if part.is_empty() || !open(text, part.start) {
        return false;
    }
    let words = part.clone().filter(|&at| is_word(text, at) && open(text, at)).count();
    let named = part.clone().any(|at| open(text, at) && NAMES.contains(text.word(at)));
    named && (2..=5).contains(&words) && part.len() <= LONGEST
        || is_measure(text, &part)
        || is_motion(text, &part)
        || is_coloured_text(text, &part)
}

/// Whether a part is one only beside others: `fast`, `square`, `tiktok`.
pub(super) fn is_rather_setting(text: &Text, part: Range<usize>) -> bool {
    const NAMES: Words = Words::new(
        "fast slow slower faster vertical portrait landscape square horizontal tiktok reels reel shorts story instagram \
         youtube linkedin center centre centered bottom top left right big small huge serif mono bold please pls plz thanks thx",
    );
    let part = behind_small(text, part);
    if part.is_empty() {
        return false;
    }
    part.len() <= 2 && part.clone().any(|at| NAMES.contains(text.word(at)))
        || part.len() <= 3
            && is_sure(text, part.start)
            && scan_is(text, &part, |kind| matches!(kind, Kind::Colour(_) | Kind::Gradient(_)))
}

fn is_sure(text: &Text, token: usize) -> bool {
    scan::at(text, token).is_some_and(|found| found.certainty == Certainty::Sure)
}

fn behind_small(text: &Text, part: Range<usize>) -> Range<usize> {
    let small = |at: usize| {
        matches!(
            text.word(at),
            "and"
                | "in"
                | "at"
                | "for"
                | "make"
                | "it"
                | "lasting"
                | "about"
                | ","
                | "with"
                | "a"
                | "on"
                | "use"
                | "then"
        )
    };
    part.clone().find(|&at| !small(at)).unwrap_or(part.end)..part.end
}

fn is_measure(text: &Text, part: &Range<usize>) -> bool {
    scan_is(text, part, |kind| matches!(kind, Kind::Seconds(_) | Kind::Frames(_) | Kind::Fps(_) | Kind::Aspect { .. }))
}

fn scan_is(text: &Text, part: &Range<usize>, is: impl Fn(&Kind) -> bool) -> bool {
    let Some(found) = text.tokens().get(part.start).and_then(|_| scan::at(text, part.start)) else { return false };
    let rest = (found.end..part.end).filter(|&at| is_word(text, at)).count();
    is(&found.kind)
        && found.end <= part.end
        && (rest == 0
            || rest == 1 && matches!(text.word(part.end - 1), "long" | "each" | "total" | "please" | "pls" | "max"))
}

fn is_motion(text: &Text, part: &Range<usize>) -> bool {
    let moves = matches!(
        text.word(part.start),
        "slide" | "slides" | "fade" | "fades" | "bounce" | "wipe" | "blur" | "scale" | "zoom" | "pop" | "draw"
    );
    moves && part.len() <= 5 && matches!(text.word(part.start + 1), "in" | "out" | "from" | "up" | "down" | "it")
}

fn is_coloured_text(text: &Text, part: &Range<usize>) -> bool {
    let Some(found) = scan::at(text, part.start).filter(|found| matches!(found.kind, Kind::Colour(_))) else {
        return false;
    };
    part.len() <= 6 && matches!(text.word(found.end), "text" | "letters" | "line" | "lines" | "glow" | "on")
}
