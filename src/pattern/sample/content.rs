//! What stands in the slots of made-up sentences: what the pattern's own examples show there, or something of the kind.

use std::collections::HashMap;

use serde_json::Value as Json;

use crate::pattern::chance::Chance;
use crate::pattern::form::Form;
use crate::pattern::set::{Pattern, Slot};
use crate::template::ParamType;

/// The values of a pattern's examples, by slot, as people would write them.
#[derive(Debug)]
pub(super) struct Contents {
    known: HashMap<String, Vec<String>>,
}

const TEXTS: [&str; 6] = ["Hello There", "River Day", "Made by Hand", "Open Late", "Grow Slowly", "Ask Anything"];
const AMOUNTS: [&str; 5] = ["3", "12", "48", "250", "1,200"];
const COLOURS: [&str; 5] = ["teal", "navy", "coral", "gold", "#336699"];

impl Contents {
    pub(super) fn of(pattern: &Pattern) -> Self {
        let mut known: HashMap<String, Vec<String>> = HashMap::new();
        let params = pattern.examples().iter().filter_map(|example| example.params.as_object()).flatten();
        for (name, value) in params {
            known.entry(name.clone()).or_default().extend(spoken(value));
        }
        Self { known }
    }

    /// A value of a slot as it is written in a request; none where nobody writes it in a line.
    pub(super) fn written(&self, slot: &Slot, chance: &mut Chance) -> Option<String> {
        let value = self.value(slot, chance)?;
        let quotes = slot.takes_words() && (chance.of(2) || value.split(' ').count() > 4);
        Some(if quotes { quote(&value) } else { value })
    }

    /// The same in quotes.
    pub(super) fn quoted(&self, slot: &Slot, chance: &mut Chance) -> Option<String> {
        self.value(slot, chance).map(|value| if value.starts_with(['"', '\'']) { value } else { quote(&value) })
    }

    fn value(&self, slot: &Slot, chance: &mut Chance) -> Option<String> {
        if !slot.one_of.is_empty() {
            return chance.pick(&slot.one_of).cloned();
        }
        let known = self.known.get(&*slot.name).and_then(|values| chance.pick(values)).cloned();
        known.or_else(|| of_form(slot.form.as_ref()?)).or_else(|| of_type(&slot.kind, chance))
    }
}

/// Double quotes, or single ones around text that has them.
fn quote(text: &str) -> String {
    if text.contains('"') { format!("'{text}'") } else { format!("\"{text}\"") }
}

/// A value of an example in words. What has lines is not said in a sentence.
fn spoken(value: &Json) -> Option<String> {
    let text = match value {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        Json::Array(items) => listed(&items.iter().map(item).collect::<Option<Vec<_>>>()?),
        Json::Null | Json::Bool(_) | Json::Object(_) => return None,
    };
    (!text.is_empty() && !text.contains('\n')).then_some(text)
}

fn item(value: &Json) -> Option<String> {
    match value {
        Json::Object(point) => Some(format!("{} {}", spoken(point.get("label")?)?, spoken(point.get("value")?)?)),
        Json::Array(_) => None,
        other => spoken(other),
    }
}

fn listed(items: &[String]) -> String {
    match items {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => items.concat(),
    }
}

fn of_form(form: &Form) -> Option<String> {
    let text = match form {
        Form::Date => "24 December 2026",
        Form::Time => "19:00",
        Form::Version => "2.4.0",
        Form::File => "main.py",
        Form::Word => "SPRING30",
        Form::Discount => "30% off",
        Form::Stars => "five stars",
        Form::Texts => "Ruth (skipper), Tim (cook)",
        Form::Numbers => "Rent 45%, Food 25%, Fun 30%",
        Form::Pictures => "https://example.org/a.jpg, https://example.org/b.jpg",
        Form::Commands => "`$ npm test`",
        Form::Code => "`let total = 1 + 2;`",
        Form::Rows | Form::Shape(_) => return None,
    };
    Some(text.to_owned())
}

fn of_type(kind: &ParamType, chance: &mut Chance) -> Option<String> {
    let text = match kind {
        ParamType::Text | ParamType::Prose => chance.pick(&TEXTS)?,
        ParamType::List => "Plan, Build and Ship",
        ParamType::Series => "Tea 12, Coffee 30, Water 18",
        ParamType::Number => chance.pick(&AMOUNTS)?,
        ParamType::Percent => "72%",
        ParamType::Money => "$49",
        ParamType::Seconds => "4 seconds",
        ParamType::Colour | ParamType::Ground => chance.pick(&COLOURS)?,
        ParamType::Date => "24 December 2026",
        ParamType::Url => "example.org",
        ParamType::Handle => "@riverclub",
        ParamType::Image => "https://example.org/a.jpg",
        ParamType::Easing => "ease-in-out",
        ParamType::Choice(names) => chance.pick(names)?,
        ParamType::Factor(names) => &chance.pick(names)?.0,
    };
    Some(text.to_owned())
}
