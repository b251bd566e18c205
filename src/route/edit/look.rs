//! Looks that sentences name: styles, transitions, formats, templates.

use super::reader::{Bound, Reader, keep_longest};
use crate::request::Format;
use crate::route::TransitionStyle;

/// What a style has, as people say it, and the parameters.
const LOOKS: [(&[&str], &[&str]); 18] = [
    (&["whole", "style"], &[]),
    (&["whole", "look"], &[]),
    (&["style"], &[]),
    (&["look"], &[]),
    (&["design"], &[]),
    (&["look", "and", "feel"], &[]),
    (&["styling"], &[]),
    (&["background"], &["background"]),
    (&["bg"], &["background"]),
    (&["backdrop"], &["background"]),
    (&["colour", "of", "background"], &["background"]),
    (&["colour", "of", "the", "background"], &["background"]),
    (&["font"], &["font"]),
    (&["typeface"], &["font"]),
    (&["accent"], &["accent"]),
    (&["text", "colour"], &["text_color"]),
    (&["theme"], &["theme"]),
    (&["animation"], &["animation"]),
];

/// Colours alone: of those a scene has three.
const COLOURS: [&[&str]; 3] = [&["colour"], &["colour", "scheme"], &["palette"]];

const STYLES: [(&[&str], TransitionStyle); 22] = [
    (&["fade"], TransitionStyle::Fade),
    (&["fading"], TransitionStyle::Fade),
    (&["crossfade"], TransitionStyle::Fade),
    (&["cross", "fade"], TransitionStyle::Fade),
    (&["dissolve"], TransitionStyle::Fade),
    (&["cross", "dissolve"], TransitionStyle::Fade),
    (&["blend"], TransitionStyle::Fade),
    (&["slide"], TransitionStyle::Slide),
    (&["sliding"], TransitionStyle::Slide),
    (&["push"], TransitionStyle::Slide),
    (&["wipe"], TransitionStyle::Wipe),
    (&["wiping"], TransitionStyle::Wipe),
    (&["flip"], TransitionStyle::Flip),
    (&["flipping"], TransitionStyle::Flip),
    (&["card", "flip"], TransitionStyle::Flip),
    (&["clock", "wipe"], TransitionStyle::ClockWipe),
    (&["clockwipe"], TransitionStyle::ClockWipe),
    (&["clock"], TransitionStyle::ClockWipe),
    (&["hard", "cut"], TransitionStyle::None),
    (&["straight", "cut"], TransitionStyle::None),
    (&["cut"], TransitionStyle::None),
    (&["no"], TransitionStyle::None),
];

impl Reader<'_> {
    /// The whole style, or parameters of it: `background`, `the font and the background`.
    pub(super) fn looks(&self, at: usize) -> Vec<(usize, Bound)> {
        let mut found: Vec<(usize, Vec<&'static str>)> = self.look(at);
        for (end, params) in found.clone() {
            let and = end
                + usize::from(self.is(end, &["and", "&", ","]))
                + usize::from(self.is(end, &[","]) && self.is(end + 1, &["and"]));
            if and > end && !params.is_empty() {
                let own = self.is(and, &["its", "the", "their", "also", "same"]);
                for (behind, more) in self.look(and + usize::from(own && self.is(and, &["also", "same"]))) {
                    if !more.is_empty() {
                        found.push((
                            behind + usize::from(self.is(behind, &["too", "also"])),
                            [params.clone(), more].concat(),
                        ));
                    }
                }
            }
        }
        found.into_iter().map(|(end, params)| (end, Bound::Looks(params.into()))).collect()
    }

    fn look(&self, at: usize) -> Vec<(usize, Vec<&'static str>)> {
        let start = self.behind_article(at);
        let start = start + usize::from(self.is(start, &["same", "exact"]));
        let says = |words: &[&str]| {
            let all = words.iter().enumerate().all(|(index, word)| self.stem(start + index) == *word);
            all.then_some(start + words.len())
        };
        let mut found: Vec<(usize, Vec<&'static str>)> = Vec::new();
        for (words, params) in LOOKS {
            if let Some(mut end) = says(words) {
                if params == ["background"] && self.is(end, &["colour", "color"]) {
                    end += 1;
                }
                found.push((end, params.to_vec()));
            }
        }
        for words in COLOURS {
            found.extend(says(words).map(|end| (end, vec!["background", "accent", "text_color"])));
        }
        keep_longest(&mut found);
        found
    }

    /// `fade`, `a clock wipe`, `hard cut`.
    pub(super) fn styles(&self, at: usize) -> Vec<(usize, TransitionStyle)> {
        let start = self.behind_article(at);
        let start = start
            + usize::from(self.is(start, &["nice", "simple", "quick", "short", "soft", "smooth", "slow", "little"]));
        let mut found: Vec<(usize, TransitionStyle)> = Vec::new();
        for (words, style) in STYLES {
            found.extend(self.says(start, words).map(|end| (end, style)));
        }
        keep_longest(&mut found);
        found
    }

    /// A side of the frame.
    pub(super) fn side(&self, at: usize) -> Vec<(usize, Bound)> {
        const SIDES: [(&str, &str); 7] = [
            ("left", "left"),
            ("right", "right"),
            ("top", "top"),
            ("above", "top"),
            ("bottom", "bottom"),
            ("below", "bottom"),
            ("underneath", "bottom"),
        ];
        let start = self.behind_article(at);
        let word = self.word(start);
        let side = SIDES.iter().find(|(own, _)| *own == word);
        side.map(|(_, side)| (start + 1, Bound::Side(side))).into_iter().collect()
    }

    /// The frame's shape as settings say it.
    pub(super) fn formats(&self, at: usize) -> Vec<(usize, Format)> {
        const NAMES: [&str; 12] = [
            "tiktok",
            "instagram",
            "insta",
            "reels",
            "reel",
            "youtube",
            "shorts",
            "story",
            "stories",
            "facebook",
            "linkedin",
            "snapchat",
        ];
        // `for TikTok` is a shape of the frame; TikTok alone is a name.
        let behind = |end: usize| self.is(end, &["format", "version", "size", "mode", "orientation", "video"]);
        let ahead = at > 0 && self.is(at - 1, &["for", "to", "as", "a", "an", "into", "in", "it", "on", "the"]);
        let found = self.settings(at, "format").into_iter();
        let found = found.filter(|(end, _)| !self.is(at, &NAMES) || ahead || behind(*end) || self.len() == 1);
        found
            .filter_map(|(end, name)| Some((end, Format::ALL.into_iter().find(|format| format.name() == name)?)))
            .collect()
    }

    /// The meanings of a dictionary of settings that begin at a token.
    pub(super) fn settings(&self, at: usize, dictionary: &str) -> Vec<(usize, String)> {
        let own = self.settings_at(at).iter().filter(|(own, _, _)| *own == dictionary);
        own.map(|(_, end, meaning)| (*end, (*meaning).to_owned())).collect()
    }

    /// A template by its name, whatever scenes the project has.
    pub(super) fn templates(&self, at: usize) -> Vec<(usize, Bound)> {
        let start = self.behind_article(at);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (words, template) in self.naming.nouns(self.stem(start)) {
            if words.len() > 1 || self.naming.is_whole(words, *template) {
                found.extend(self.says(start, words).map(|end| (end, *template)));
            }
        }
        if start < self.len() && !self.utterance.quoted(start) {
            for hit in self.utterance.hits_at(start) {
                let named = self.naming.named_by(hit.literal).iter();
                found.extend(named.map(|template| (hit.tokens.end, *template)));
            }
        }
        keep_longest(&mut found);
        found.sort_unstable();
        found.dedup();
        // Where the words name several kinds, nobody can say which is meant.
        if found.len() > 1 {
            Vec::new()
        } else {
            found.into_iter().map(|(end, template)| (end, Bound::Template(template))).collect()
        }
    }

    /// Words of taste that a theme answers.
    pub(super) fn looks_of_taste(&self, at: usize) -> Vec<(usize, Bound)> {
        let styles = self.grammar.styles.iter().enumerate();
        styles.filter_map(|(index, (_, say))| self.longest(say, at).map(|end| (end, Bound::Look(index)))).collect()
    }
}
