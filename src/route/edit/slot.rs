//! What has room in the sentences of changes.

/// A place in a sentence that is read and not just matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// One or more scenes.
    Scene {
        /// Whether it is the other of two: the one that gets something.
        second: bool,
        /// Whether a thing that a scene shows does not stand for the scene.
        strict: bool,
    },
    /// Everything that the project has.
    All,
    /// A parameter, or a thing that a scene shows.
    Param,
    /// What a parameter is given, where words for the screen are quoted or look like a name.
    Value,
    /// The same, and any words for the screen.
    Words,
    /// Words for the screen.
    Text,
    /// Words that say nothing to the change.
    Rest,
    /// What a scene shows now.
    Old,
    /// An item of a list, or the label of a point.
    Entry,
    /// A label with a value.
    Point,
    /// The label of a point that is there.
    Label,
    /// Words that make something more or less.
    More,
    /// How much more or less.
    Degree,
    /// How something is that is more or less: `big`, `long`.
    Extent,
    /// A length of time.
    Seconds,
    /// A number.
    Number,
    /// A template.
    Template,
    /// A place in the order of scenes.
    Place,
    /// A word of taste that a theme answers.
    Look,
    /// The whole style of a scene, or some parameters of it.
    Looks,
    /// A transition.
    Style,
    /// Neighbouring scenes in pairs: `1 → 2 and 2 → 3`.
    Pairs,
    /// Left, right, top or bottom.
    Side,
    /// A picture: its file, its address, or `this` where one came with the request.
    Picture,
    /// A shape of the frame.
    Format,
    /// Wherever it stands: `in both places`.
    Everywhere,
    /// An end of a list: `on top`, `at the end`.
    Edge,
    /// A length of time, or a number where the sentence says that seconds are meant.
    Length,
    /// The rest of a clause that only tells.
    Told,
    /// Words for the screen that are quoted or look like a name.
    Name,
}

impl Slot {
    /// The slots by their names, in the order in which authors are told of them.
    pub(super) const NAMES: [(&'static str, Self); 33] = [
        ("scene", Self::Scene { second: false, strict: false }),
        ("scene'", Self::Scene { second: true, strict: false }),
        ("scene!", Self::Scene { second: false, strict: true }),
        ("scene'!", Self::Scene { second: true, strict: true }),
        ("all", Self::All),
        ("param", Self::Param),
        ("value", Self::Value),
        ("words", Self::Words),
        ("text", Self::Text),
        ("rest", Self::Rest),
        ("old", Self::Old),
        ("entry", Self::Entry),
        ("point", Self::Point),
        ("label", Self::Label),
        ("more", Self::More),
        ("degree", Self::Degree),
        ("extent", Self::Extent),
        ("seconds", Self::Seconds),
        ("number", Self::Number),
        ("template", Self::Template),
        ("place", Self::Place),
        ("look", Self::Look),
        ("looks", Self::Looks),
        ("style", Self::Style),
        ("pairs", Self::Pairs),
        ("side", Self::Side),
        ("picture", Self::Picture),
        ("format", Self::Format),
        ("everywhere", Self::Everywhere),
        ("edge", Self::Edge),
        ("length", Self::Length),
        ("told", Self::Told),
        ("name", Self::Name),
    ];

    /// Its place among the names.
    pub(super) fn index(self) -> usize {
        Self::NAMES.iter().position(|(_, slot)| *slot == self).unwrap_or_default()
    }

    /// The slot of a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(own, _)| *own == name).map(|(_, slot)| *slot)
    }
}
