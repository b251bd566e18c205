//! The cache: whatever befalls it, it opens, and what it says is what was put.

use std::path::Path;
use std::time::SystemTime;

use firstframe::request::Format;
use firstframe::store::cache::{Cache, DiskCache, Entry, Key, Kind, Limits, Question, Trouble};
use firstframe::tsx::Form;
use serde::{Deserialize, Serialize};

use crate::chance::Chance;
use crate::full::Crowded;
use crate::{Store, Tested};

pub(crate) const STORE: Store = Store { name: "cache", live, check };

pub(crate) const CROWDED: Crowded = Crowded { name: "cache-on-a-full-disk", crowd };

/// How many questions there are. With the least budget they do not all fit, so that entries are evicted, and generations
/// begun, all the time.
const QUESTIONS: u64 = 200;

/// The longest text, in numbers of some twenty digits.
const LONGEST: u64 = 2000;

/// A value that says whether it is whole: its text follows from its seed.
#[derive(Serialize, Deserialize)]
struct Content {
    question: u64,
    seed: u64,
    text: String,
}

/// Puts and gets until it is killed.
fn live(folder: &Path, chance: &mut Chance) -> Tested {
    println!("opening");
    let cache = open(folder)?.0;
    println!("opened");
    for _ in 0..20_000 {
        let question = chance.below(QUESTIONS);
        if chance.below(3) == 0 {
            look(&cache, question)?;
        } else {
            let seed = chance.below(u64::MAX);
            let content = Content { question, seed, text: text(seed) };
            cache.put(&key(question), &Entry::fill(&content)?, SystemTime::now());
        }
        hinder(&cache)?;
    }
    Ok(())
}

/// Opens the cache and looks at every answer.
fn check(folder: &Path, _: &[String]) -> Tested<Option<&'static str>> {
    let (cache, trouble) = open(folder)?;
    for question in 0..QUESTIONS {
        look(&cache, question)?;
    }
    hinder(&cache)?;
    let damaged = cache.verify(SystemTime::now()).damaged;
    Ok(match trouble {
        Some(_) => Some("begun anew"),
        None if damaged > 0 => Some("with damaged values, all refused"),
        None => None,
    })
}

/// Puts until there is no room. From then on the cache has nothing, and says why once.
fn crowd(folder: &Path) -> Tested {
    let cache = open(folder)?.0;
    let mut chance = Chance::new(1);
    let full = (0..QUESTIONS * 10).find_map(|question| {
        let content = Content { question, seed: question, text: text(question) };
        cache.put(&key(question), &Entry::fill(&content).ok()?, SystemTime::now());
        cache.take_trouble()
    });
    let full = full.ok_or("nothing says that the disk is full")?;
    if !matches!(full, Trouble::Unusable { .. }) {
        return Err(full.into());
    }
    for _ in 0..100 {
        look(&cache, chance.below(QUESTIONS))?;
        cache.put(&key(7), &Entry::fill(&7)?, SystemTime::now());
    }
    hinder(&cache)
}

/// Opens the cache. What was damaged may be set aside; everything else is a failure.
fn open(folder: &Path) -> Tested<(DiskCache, Option<Trouble>)> {
    let cache = DiskCache::open(folder, Limits::default().with_budget(0))?;
    match cache.take_trouble() {
        trouble @ (None | Some(Trouble::Damaged { .. })) => Ok((cache, trouble)),
        Some(trouble) => Err(trouble.into()),
    }
}

/// An answer must be what was put for its question.
fn look(cache: &DiskCache, question: u64) -> Tested {
    let Some(entry) = cache.get(&key(question), SystemTime::now()) else { return Ok(()) };
    let content: Content = entry.to_fill().ok_or("an answer cannot be read")?;
    if content.question == question && content.text == text(content.seed) {
        Ok(())
    } else {
        Err(format!("a damaged answer to question {question} was accepted").into())
    }
}

fn hinder(cache: &DiskCache) -> Tested {
    cache.take_trouble().map_or(Ok(()), |trouble| Err(trouble.into()))
}

/// Text that hardly any compression makes shorter.
fn text(seed: u64) -> String {
    let mut chance = Chance::new(seed);
    let words: Vec<String> = (0..chance.below(LONGEST)).map(|_| chance.below(u64::MAX).to_string()).collect();
    words.join(" ")
}

fn key(question: u64) -> Key {
    let prompt = question.to_string();
    Key::of(&Question {
        kind: Kind::Fill,
        tenant: "torture",
        prompt: &prompt,
        context: "",
        role: "fill",
        model: "none",
        instructions: &[],
        engine: env!("CARGO_PKG_VERSION"),
        format: Some(Format::Landscape),
        form: Form::Module,
        pictures: &[],
        filling: None,
    })
}
