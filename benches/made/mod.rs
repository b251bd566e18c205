//! Pattern sets and requests that are made up, of any size and the same at every run.
//!
//! Patterns share words as real ones do: many have the same cues and verbs, some the same nouns, and each has names of
//! its own. Requests are said in several ways; those that nothing serves use the same words in other sentences.

use firstframe::assets::Assets;

/// A pattern set with requests.
pub(crate) struct Made {
    pub(crate) patterns: Assets,
    /// Requests, each for one of the patterns.
    pub(crate) hits: Vec<String>,
    /// Requests that use the patterns' words and are for none of them.
    pub(crate) misses: Vec<String>,
}

/// Makes `count` patterns, and `requests` requests of either kind.
pub(crate) fn set(count: usize, requests: usize) -> Made {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let words = Words::new(count, &mut dice);
    let names: Vec<Names> = (0..count).map(|number| words.names(number, &mut dice)).collect();
    let files = names.iter().enumerate().map(|(number, names)| (path(number), pattern(number, names)));
    let embedded = Assets::embedded();
    let dictionaries = embedded.iter().filter(|(path, _)| path.starts_with("patterns/words/"));
    let dictionaries = dictionaries.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let patterns = Assets::from_texts(dictionaries.chain(files));
    let mut any = || -> Vec<usize> { (0..requests).map(|_| dice.below(count)).collect() };
    let (hit_for, miss_for) = (any(), any());
    let hits = hit_for.into_iter().map(|number| hit(number, &names[number], &mut dice)).collect();
    let misses = miss_for.into_iter().map(|number| miss(&names[number], &words, &mut dice)).collect();
    Made { patterns, hits, misses }
}

/// The library's own patterns, and made ones up to `count`.
pub(crate) fn among(count: usize) -> Assets {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let words = Words::new(count, &mut dice);
    let embedded = Assets::embedded();
    let own: Vec<(String, String)> = embedded
        .iter()
        .filter(|(path, _)| path.starts_with("patterns/"))
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    let known = own.iter().filter(|(path, _)| !path.starts_with("patterns/words/")).count();
    let made = (known..count).map(|number| (path(number), pattern(number, &words.names(number, &mut dice))));
    Assets::from_texts(own.into_iter().chain(made.collect::<Vec<_>>()))
}

/// The file of a pattern.
fn path(number: usize) -> String {
    format!("patterns/made{number:06}.yaml")
}

/// The templates that made patterns serve, each with a slot for a text.
const TEMPLATES: [&str; 3] = ["title-card", "bar-chart", "counter"];

const TEXTS: [&str; 3] = ["title", "title", "label"];

fn pattern(number: usize, names: &Names) -> String {
    let (template, text) = (TEMPLATES[number % 3], TEXTS[number % 3]);
    let Names { look, thing, kind } = names;
    format!(
        "template: {template}\n\
         require:\n  thing: [\"{look} {thing}[s]\", \"{thing} {kind}\", \"({look}|plain) {kind} of {thing}\"]\n\
         phrases:\n  - \"(show|display|put) {{{text}}} (as|in|on) [a] {thing} {look}\"\n  \
         - \"{kind} (with|that has) {thing} (saying|reading) {{{text}}}\"\n\
         exclude: [\"{thing} {kind} race\", \"no {look}\"]\n\
         slots:\n  {text}: {{cues: [titled, called, \"(saying|that says)\"]}}\n\
         examples:\n  - {{say: \"a {look} {thing} titled 'Winter Games'\", params: {{}}}}\n"
    )
}

fn hit(number: usize, names: &Names, dice: &mut Dice) -> String {
    let Names { look, thing, kind } = names;
    let (text, colour) = (title(dice), dice.of(&COLOURS));
    let seconds = 2 + dice.below(9);
    match (number % 3, dice.below(3)) {
        (1, _) => {
            let [a, b, c] = [0; 3].map(|_| 1 + dice.below(90));
            format!("a {look} {thing} of Q1 {a}, Q2 {b} and Q3 {c}, titled '{text}' in {colour}")
        }
        (2, _) => format!("{thing} {kind} from 0 to {}, called \"{text}\", {seconds}s", 100 * (1 + dice.below(900))),
        (_, 0) => format!("make a {look} {thing} titled \"{text}\" in {colour}, {seconds} seconds"),
        (_, 1) => format!("{thing} {kind} saying {text}, dark theme, vertical"),
        _ => format!("show \"{text}\" as a {thing} {look}, {colour} background, {seconds}s"),
    }
}

fn miss(names: &Names, words: &Words, dice: &mut Dice) -> String {
    let Names { look, thing, kind } = names;
    let (other, colour) = (dice.pick(&words.things), dice.of(&COLOURS));
    match dice.below(4) {
        0 => format!("a {colour} {thing} falls off the {kind}, rolls over the {other} and lands in a puddle"),
        1 => format!("animate a {look} penguin that waddles across the ice towards a {other} with a {thing}"),
        2 => format!("how do i export the {thing} as mp4 when the {kind} is {look}?"),
        _ => format!("real footage of a {other} beside the {thing}, seen from above, {} people waving", dice.below(90)),
    }
}

fn title(dice: &mut Dice) -> String {
    const FIRST: [&str; 6] = ["Winter", "Quiet", "Open", "Long", "Second", "Harbour"];
    const LAST: [&str; 6] = ["Games", "Hours", "Doors", "View", "Spring", "Lights"];
    format!("{} {} {}", dice.of(&FIRST), dice.of(&LAST), 1900 + dice.below(200))
}

const COLOURS: [&str; 6] = ["teal", "navy", "salmon", "gold", "violet", "#33ff66"];

/// The words that name a pattern.
struct Names {
    look: String,
    thing: String,
    kind: String,
}

/// Words to make names of: things that a few patterns share, looks and kinds that many share.
struct Words {
    things: Vec<String>,
    looks: Vec<String>,
    kinds: Vec<String>,
}

impl Words {
    fn new(count: usize, dice: &mut Dice) -> Self {
        let mut many = |least: usize, syllables: usize| (0..least).map(|_| dice.word(syllables)).collect::<Vec<_>>();
        Self { things: many(count / 3 + 10, 3), looks: many(count / 40 + 10, 2), kinds: many(count / 100 + 10, 2) }
    }

    fn names(&self, number: usize, dice: &mut Dice) -> Names {
        let thing = self.things[number % self.things.len()].clone();
        Names { look: dice.pick(&self.looks).to_owned(), thing, kind: dice.pick(&self.kinds).to_owned() }
    }
}

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn pick<'a>(&mut self, all: &'a [String]) -> &'a str {
        &all[self.below(all.len())]
    }

    fn word(&mut self, syllables: usize) -> String {
        const HEADS: [&str; 16] = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "kr", "pl"];
        const TAILS: [&str; 8] = ["a", "e", "i", "o", "u", "an", "or", "il"];
        (0..syllables).flat_map(|_| [self.of(&HEADS), self.of(&TAILS)]).collect()
    }
}
