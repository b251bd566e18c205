//! Changes that somebody might ask for.

use proptest::prelude::*;

use crate::request::Format;
use crate::route::{Given, Length, Op, Scenes, TransitionStyle};
use crate::value::{Colour, Figure, Number, Point, Value};

/// Parameters of all kinds, of templates and of code, and one that nothing has.
const PARAMS: [&str; 22] = [
    "title",
    "subtitle",
    "series",
    "items",
    "quote",
    "author",
    "background",
    "accent",
    "text_color",
    "font",
    "theme",
    "weight",
    "size",
    "speed",
    "duration",
    "fps",
    "format",
    "animation",
    "cupColor",
    "steamCount",
    "logo",
    "astronaut",
];

const WORDS: [&str; 14] = [
    "2025",
    "npm",
    "Jan",
    "March",
    "Tent",
    "laptop",
    "Measure twice.",
    "ocean",
    "bold",
    "navy to teal",
    "twice",
    "",
    "é\u{301}",
    "`${x}`",
];

const TEMPLATES: [&str; 7] = ["quote", "pie-chart", "bullet-list", "title-card", "counter", "table", "nowhere"];

fn number() -> impl Strategy<Value = Number> {
    let usual = prop_oneof![-3.0..70.0_f64, prop::sample::select(vec![0.5, 1.0, 1.25, 2.0, 0.8, 0.0, 1e15, -1e15])];
    usual.prop_filter_map("finite", Number::new)
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![4 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

fn scenes() -> impl Strategy<Value = Scenes> {
    prop_oneof![
        6 => (1..7_usize).prop_map(Scenes::one),
        2 => prop::collection::vec(0..7_usize, 1..4).prop_map(Scenes::These),
        1 => Just(Scenes::All),
    ]
}

fn point() -> impl Strategy<Value = Point> {
    let figure = prop_oneof![number().prop_map(Figure::Number), words().prop_map(Figure::Text)];
    (words(), figure).prop_map(|(label, value)| Point { label, value })
}

fn given() -> impl Strategy<Value = Given> {
    let colour = (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(r, g, b)| Colour::from_rgb(r, g, b));
    let value = prop_oneof![
        words().prop_map(Value::Text),
        number().prop_map(Value::Number),
        colour.prop_map(Value::Colour),
        prop::collection::vec(words(), 0..4).prop_map(Value::List),
        prop::collection::vec(point(), 0..4).prop_map(Value::Series),
    ];
    prop_oneof![4 => value.prop_map(Given::Value), 1 => point().prop_map(Given::Point)]
}

fn param() -> impl Strategy<Value = String> {
    prop::sample::select(&PARAMS[..]).prop_map(str::to_owned)
}

/// Any change at all: most can be made, many cannot.
pub(super) fn op() -> impl Strategy<Value = Op> {
    let style = prop::sample::select(vec![TransitionStyle::None, TransitionStyle::Fade, TransitionStyle::ClockWipe]);
    let length = prop_oneof![number().prop_map(Length::Seconds), number().prop_map(Length::By)];
    let (one, place) = (|| 1..7_usize, || 0..8_usize);
    prop_oneof![
        4 => (scenes(), param(), given()).prop_map(|(scene, param, value)| Op::Set { scene, param, value }),
        3 => (scenes(), param(), number()).prop_map(|(scene, param, by)| Op::Scale { scene, param, by }),
        1 => (scenes(), param(), given(), prop::option::of(place()))
            .prop_map(|(scene, param, value, at)| Op::Insert { scene, param, value, at }),
        1 => (scenes(), param(), prop::option::of(words()))
            .prop_map(|(scene, param, value)| Op::Remove { scene, param, value }),
        1 => (scenes(), words(), words()).prop_map(|(scene, from, to)| Op::ReplaceText { scene, from, to }),
        1 => (scenes(), one(), prop::option::of(param()))
            .prop_map(|(scene, from, param)| Op::CopyStyle { scene, from, param }),
        1 => (scenes(), prop::sample::select(&TEMPLATES[..]))
            .prop_map(|(scene, template)| Op::Retemplate { scene, template: template.to_owned() }),
        1 => scenes().prop_map(|scene| Op::Delete { scene }),
        1 => scenes().prop_map(|scene| Op::Duplicate { scene }),
        1 => (one(), place()).prop_map(|(scene, to)| Op::Move { scene, to }),
        2 => (scenes(), length).prop_map(|(scene, length)| Op::Trim { scene, length }),
        2 => (one(), one(), number()).prop_map(|(from, to, seconds)| Op::Transfer { from, to, seconds }),
        1 => (one(), words()).prop_map(|(scene, name)| Op::Rename { scene, name }),
        1 => prop::sample::select(Format::ALL.to_vec()).prop_map(|format| Op::Reformat { format }),
        1 => (one(), one(), style).prop_map(|(from, to, style)| Op::Transition { from, to, style }),
        1 => scenes().prop_map(|scene| Op::Merge { scene }),
        1 => (one(), number()).prop_map(|(scene, at)| Op::Split { scene, at }),
    ]
}
