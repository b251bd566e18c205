//! Made-up values of slots.

use super::draft::Draft;
use super::role::{FIGURE, ITEM, MAIN, POINT, roles_of};
use super::stock::Stock;
use super::vocabulary as words;
use crate::pattern::chance::Chance;
use crate::pattern::form::Form;
use crate::pattern::set::Pattern;
use crate::template::ParamType;

/// Writes values of a pattern's slots.
pub(super) struct Writer<'a> {
    pub(super) stock: &'a Stock,
    pub(super) pattern: &'a Pattern,
}

impl Writer<'_> {
    /// Writes a value of a slot, if the slot is one that the model reads; whether it did.
    pub(super) fn write(&self, draft: &mut Draft, slot: u16, chance: &mut Chance) -> bool {
        let Some(role) = roles_of(self.pattern, slot).next() else { return false };
        match role {
            ITEM => list(draft, slot, chance),
            POINT => self.series(draft, slot, chance),
            _ => {
                let text = self.text(slot, role, chance);
                let text = if chance.hits(25) { quoted(&text, chance) } else { text };
                draft.value(slot, role, &text);
            }
        }
        true
    }

    /// The same in quotes.
    pub(super) fn write_quoted(&self, draft: &mut Draft, slot: u16, chance: &mut Chance) -> bool {
        let Some(role) = roles_of(self.pattern, slot).next() else { return false };
        let text = self.text(slot, role, chance);
        draft.value(slot, role, &quoted(&text, chance));
        true
    }

    fn text(&self, slot: u16, role: &str, chance: &mut Chance) -> String {
        let known = self.stock.values.get(role).filter(|known| !known.is_empty() && role != MAIN);
        if let Some(known) = known.and_then(|known| chance.hits(25).then(|| chance.pick(known))) {
            return known.cloned().unwrap_or_default();
        }
        let spec = &self.pattern.slots[usize::from(slot)];
        let text = named(&spec.name, spec.kind == ParamType::Prose, chance);
        match chance.below(10) {
            0 => text.to_lowercase(),
            1 => text.to_uppercase(),
            _ => text,
        }
    }

    fn series(&self, draft: &mut Draft, slot: u16, chance: &mut Chance) {
        let texts = self.pattern.slots[usize::from(slot)].form == Some(Form::Texts);
        let (join, between) = (chance.word(&words::FIGURE_JOINS), separator(chance));
        let flipped = chance.hits(15) && join.trim().is_empty();
        let first = chance.below(words::LABELS.len());
        for point in 0..chance.between(2, 5) {
            let label = if texts {
                label_of_text(self.pattern.template(), chance)
            } else {
                words::LABELS[(first + point) % words::LABELS.len()].to_owned()
            };
            let value = if texts { value_of_text(self.pattern.template(), chance) } else { number(chance) };
            if point > 0 {
                draft.join(between);
            }
            let (one, other) =
                if flipped { ((FIGURE, &value), (POINT, &label)) } else { ((POINT, &label), (FIGURE, &value)) };
            draft.value(slot, one.0, one.1);
            draft.join(join);
            draft.value(slot, other.0, other.1);
            draft.join(if join.ends_with('(') { ")" } else { "" });
        }
    }
}

fn list(draft: &mut Draft, slot: u16, chance: &mut Chance) {
    let items: Vec<&str> = chance.word(&words::ITEMS).split('|').collect();
    let between = separator(chance);
    let count = chance.between(2, items.len());
    let bullet = if between == "\n" && chance.hits(50) { "- " } else { "" };
    for (index, item) in items[..count].iter().enumerate() {
        let last = index + 1 == count && between == ", " && chance.hits(60);
        match index {
            0 => {}
            _ if last => draft.join(chance.word(&[" and ", ", and ", " & ", " or "])),
            _ => draft.join(between),
        }
        draft.join(bullet);
        draft.value(slot, ITEM, item);
    }
}

fn separator(chance: &mut Chance) -> &'static str {
    chance.word(&[", ", ", ", ", ", "; ", "\n", " / ", " | ", ". ", ", then ", " and ", ", next ", ", and then "])
}

/// Some text in marks of quotation.
pub(super) fn quoted(text: &str, chance: &mut Chance) -> String {
    let (open, close) =
        *chance.pick(&[("\"", "\""), ("\"", "\""), ("“", "”"), ("'", "'"), ("‘", "’")]).unwrap_or(&("\"", "\""));
    format!("{open}{text}{close}")
}

/// A number as people write one.
pub(super) fn number(chance: &mut Chance) -> String {
    let number = chance.between(2, 99);
    match chance.below(8) {
        0 => format!("{number}%"),
        1 => format!("${number}"),
        2 => format!("{number},{}00", chance.between(1, 9)),
        3 => format!("{number}.{}", chance.between(1, 9)),
        4 => format!("{number}k"),
        5 => chance.word(&["three", "twenty", "a dozen", "half", "forty-two", "ten"]).to_owned(),
        _ => number.to_string(),
    }
}

fn person(chance: &mut Chance) -> String {
    let first = chance.word(&words::FIRST_NAMES);
    if chance.hits(20) { first.to_owned() } else { format!("{first} {}", chance.word(&words::LAST_NAMES)) }
}

/// Text for a slot of a name.
fn named(name: &str, prose: bool, chance: &mut Chance) -> String {
    let one_of = |list: &[&'static str], chance: &mut Chance| chance.word(list).to_owned();
    match name {
        "author" => person(chance),
        "name" if chance.hits(70) => person(chance),
        "name" | "app" | "provider" => one_of(&words::FIRMS, chance),
        "role" => one_of(&words::JOBS, chance),
        "label" => one_of(&words::COUNTED, chance),
        "button" | "done" => one_of(&words::BUTTONS, chance),
        "place" => one_of(&words::PLACES, chance),
        "unit" | "suffix" | "prefix" => one_of(&words::UNITS, chance),
        "question" => one_of(&words::QUESTIONS, chance),
        "word" => one_of(&words::SINGLE_WORDS, chance),
        "left" | "right" | "highlight" => thing(chance),
        "part_of_speech" => one_of(&["noun", "verb", "adjective", "adverb"], chance),
        _ if prose || chance.hits(20) => one_of(&words::SENTENCES, chance),
        _ => title(chance),
    }
}

fn thing(chance: &mut Chance) -> String {
    let noun = capital(chance.word(&words::NOUNS), chance);
    if chance.hits(40) { format!("{} {noun}", capital(chance.word(&words::ADJECTIVES), chance)) } else { noun }
}

/// A title of one to six words.
fn title(chance: &mut Chance) -> String {
    let (noun, other) = (capital(chance.word(&words::NOUNS), chance), capital(chance.word(&words::NOUNS), chance));
    let adjective = capital(chance.word(&words::ADJECTIVES), chance);
    let verb = capital(chance.word(&words::VERBS), chance);
    match chance.below(14) {
        0 => noun,
        1 => format!("The {adjective} {noun}"),
        2 => format!("{noun} & {other}"),
        3 => format!("Why {noun} matter"),
        4 => format!("How to {verb} {noun}"),
        5 => format!("{verb} your {noun}"),
        6 => format!("{noun} {}", chance.between(1, 2030)),
        7 => format!("{adjective} {noun}, {adjective} {other}"),
        8 => chance.word(&words::FIRMS).to_owned(),
        9 => format!("{} {noun} {other}", chance.word(&words::FIRMS)),
        10 => format!("{noun} of the {adjective} {other}"),
        11 => format!("Our {noun}"),
        12 => format!("{verb} {noun} in {}", chance.word(&words::PLACES)),
        _ => format!("{adjective} {noun}"),
    }
}

/// Mostly with a capital letter, as titles have.
fn capital(word: &str, chance: &mut Chance) -> String {
    if chance.hits(35) {
        return word.to_owned();
    }
    let mut letters = word.chars();
    letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
}

fn label_of_text(template: &str, chance: &mut Chance) -> String {
    match template {
        "timeline" => format!("{}", chance.between(1850, 2030)),
        "pricing" => {
            chance.word(&["Basic", "Pro", "Team", "Hobby", "Starter", "Free", "Studio", "Enterprise"]).to_owned()
        }
        "team" | "chat" => person(chance),
        _ => chance.word(&words::LABELS).to_owned(),
    }
}

fn value_of_text(template: &str, chance: &mut Chance) -> String {
    match template {
        "pricing" => chance
            .word(&["$9", "€12/month", "free", "19 € a month", "£49/yr", "$0", "$29 per seat", "on request"])
            .to_owned(),
        "team" => chance.word(&words::JOBS).to_owned(),
        "chat" => chance.word(&words::SENTENCES).to_owned(),
        "timeline" if chance.hits(50) => title(chance),
        "timeline" => chance
            .word(&["founded", "first shop in Oslo", "moved to Porto", "1,000 members", "the fire", "new owners"])
            .to_owned(),
        _ => number(chance),
    }
}
