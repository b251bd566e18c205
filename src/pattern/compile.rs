//! From drafts to a pattern set: everything that is named is looked up, and what is not there is noted.

use std::collections::HashMap;
use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::{Arc, OnceLock};

use super::bounds;
use super::draft::{DictionaryDraft, Draft, Drafted, GroupDraft, PatternDraft, PhraseDraft, is_common};
use super::file::{PatternFile, Role, Takes};
use super::fingerprint::is_beside;
use super::form::Form;
use super::index::IndexBuilder;
use super::learned::Slots;
use super::lexicon::{LexiconBuilder, Meaning};
use super::node::{Node, Resolver};
use super::phrase::Ways;
use super::set::{Dictionary, Name, Pattern, PatternSet, Phrase, Proofs, Slot};
use super::utterance::Class;
use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, Source};
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;
use crate::template::{Library, common_params};

/// Reads and compiles all files under `patterns/`.
pub(super) fn compile(assets: &Assets, library: &Library) -> Result<PatternSet> {
    let mut compiler = Compiler {
        library,
        known_slots: HashMap::new(),
        mistakes: Vec::new(),
        builder: LexiconBuilder::default(),
        index: IndexBuilder::default(),
    };
    let (dictionaries, patterns) = compiler.read(assets);
    let dictionaries = compiler.dictionaries(dictionaries);
    let patterns = compiler.patterns(patterns, &dictionaries);
    if !compiler.mistakes.is_empty() {
        let mut mistakes = compiler.mistakes;
        mistakes.sort_by(|left, right| left.place().cmp(&right.place()));
        let message =
            format!("{} mistake{} in the patterns", mistakes.len(), if mistakes.len() == 1 { "" } else { "s" });
        return Err(Error::new(ErrorKind::Assets, message).with_diagnostics(mistakes));
    }
    let learned = Slots::new(assets.slots().cloned());
    let index = compiler.index.build(|word| is_common(compiler.builder.vocabulary.word(word)));
    Ok(PatternSet { lexicon: compiler.builder.build(), index, dictionaries, patterns, learned })
}

/// A file under `patterns/`, or why nothing can be made of it.
type Read = (Source, std::result::Result<Drafted, Vec<Diagnostic>>);

/// How many threads draft the files of a folder; more than these cost what they save.
const THREADS: usize = 2;

/// Drafts files side by side, in their order.
fn draft_all(assets: &Assets, sources: &[Source]) -> Vec<Read> {
    let draft = |source: &Source| draft(source, assets.draft(source.name()));
    if sources.iter().all(|source| assets.draft(source.name()).is_some()) {
        return sources.iter().map(draft).collect();
    }
    let each = sources.len().div_ceil(THREADS).max(1);
    std::thread::scope(|scope| {
        let read = |part| scope.spawn(move || <[Source]>::iter(part).map(draft).collect::<Vec<_>>());
        let readers: Vec<_> = sources.chunks(each).map(read).collect();
        let joined = readers.into_iter().map(|reader| reader.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.flatten().collect()
    })
}

fn draft(source: &Source, packed: Option<&'static [u8]>) -> Read {
    let drafted = match packed.and_then(Draft::unpack) {
        Some(draft) => Ok(Drafted { draft, file: None, mistakes: Vec::new() }),
        None if source.name().rsplit_once('.').is_some_and(|(_, extension)| extension == "yaml") => Drafted::of(source),
        None => {
            let message = "only `.yaml` files are read here";
            Err(vec![source.diagnose(0..0, message).help("rename it, or move it elsewhere")])
        }
    };
    (source.clone(), drafted)
}

/// A pattern as it was drafted, with its file where its phrases are yet to be checked.
struct DraftedPattern {
    source: Source,
    draft: PatternDraft<'static>,
    file: Option<PatternFile>,
}

struct Compiler<'a> {
    library: &'a Library,
    /// The parameters of each template that was met, shared by its patterns.
    known_slots: HashMap<String, Arc<[Slot]>>,
    mistakes: Vec<Diagnostic>,
    builder: LexiconBuilder,
    index: IndexBuilder,
}

impl Compiler<'_> {
    fn read(&mut self, assets: &Assets) -> (Vec<(Source, DictionaryDraft<'static>)>, Vec<DraftedPattern>) {
        let (mut dictionaries, mut patterns) = (Vec::new(), Vec::new());
        let sources = assets.sources_under("patterns").filter(|source| !is_beside(source.name()));
        for (source, drafted) in draft_all(assets, &sources.collect::<Vec<_>>()) {
            match drafted {
                Ok(Drafted { draft, file, mistakes }) => {
                    self.mistakes.extend(mistakes);
                    match draft {
                        Draft::Dictionary(draft) => dictionaries.push((source, draft)),
                        Draft::Pattern(draft) => patterns.push(DraftedPattern { source, draft, file }),
                    }
                }
                Err(mistakes) => self.mistakes.extend(mistakes),
            }
        }
        (dictionaries, patterns)
    }

    fn dictionaries(&mut self, drafts: Vec<(Source, DictionaryDraft<'_>)>) -> Vec<Dictionary> {
        let mut dictionaries: Vec<Dictionary> = Vec::new();
        for (source, draft) in drafts {
            let index = dictionaries.len() as u16;
            if dictionaries.iter().any(|known| known.id == draft.id) {
                let message = format!("another file has the dictionary `{}` already", draft.id);
                self.mistakes.push(source.diagnose(draft.id_span.clone(), message));
            }
            self.check_settings(&source, &draft);
            for (meaning, entry) in draft.meanings.iter().enumerate() {
                let said = |weak| Meaning { dictionary: index, number: meaning as u16, weak };
                let class = draft.role.class();
                entry.say.iter().for_each(|way| self.builder.add_meaning(way, class, said(false)));
                entry.weak.iter().for_each(|way| self.builder.add_meaning(way, class, said(true)));
            }
            let meanings = draft.meanings.into_iter().map(|entry| entry.name).collect();
            dictionaries.push(Dictionary { id: draft.id, role: draft.role, meanings });
        }
        dictionaries
    }

    /// The meanings of a setting are values of its parameter, those of a noun are parameters.
    fn check_settings(&mut self, source: &Source, draft: &DictionaryDraft<'_>) {
        let known: Vec<&str> = common_params().iter().map(|spec| spec.name.as_ref()).collect();
        let mut unknown = |name: &str, span: &Range<usize>| {
            let message = format!("`{name}` is no common parameter");
            self.mistakes.push(source.diagnose(span.clone(), message).help(suggest(name, known.iter().copied())));
        };
        if draft.role == Role::Setting && !known.contains(&draft.id.as_str()) {
            unknown(&draft.id, &draft.id_span);
        }
        let nouns = draft.meanings.iter().filter(|_| draft.role == Role::Noun);
        nouns.filter(|entry| !known.contains(&entry.name.as_str())).for_each(|entry| unknown(&entry.name, &entry.span));
    }

    fn patterns(&mut self, drafts: Vec<DraftedPattern>, dictionaries: &[Dictionary]) -> Vec<Pattern> {
        let mut patterns: Vec<Pattern> = Vec::with_capacity(drafts.len());
        for drafted in drafts {
            let pattern = self.pattern(patterns.len() as u32, drafted, dictionaries);
            patterns.extend(pattern);
        }
        patterns
    }

    fn pattern(&mut self, number: u32, drafted: DraftedPattern, dictionaries: &[Dictionary]) -> Option<Pattern> {
        let DraftedPattern { source, mut draft, file } = drafted;
        let mut slots = self.slots(&source, &draft)?;
        let names = self.names(number, &draft.require);
        let excludes = sorted(self.literals(&draft.exclude, Class::EXCLUDES));
        let cues = self.cues(&source, &draft, &mut slots);
        let quotes = self.quotes(&source, &draft, &slots);
        let words = self.words(number, &names, &draft);
        let groups = draft.require.len() as u16;
        let (phrases, reads) = (std::mem::take(&mut draft.phrases), std::mem::take(&mut draft.reads));
        let (phrases, reads) = (phrases.into_iter().map(unresolved), reads.into_iter().map(unresolved));
        let (phrases, reads) = (phrases.collect(), reads.collect());
        let (template, proofs) = (draft.template, OnceLock::new());
        let pattern =
            Pattern { template, groups, phrases, reads, slots, names, excludes, cues, quotes, words, source, proofs };
        match file {
            Some(file) => Some(self.checked(pattern, file, dictionaries)),
            None => Some(pattern),
        }
    }

    /// Resolves the phrases of a pattern that nobody has checked, and notes what is wrong with them.
    fn checked(&mut self, mut pattern: Pattern, file: PatternFile, dictionaries: &[Dictionary]) -> Pattern {
        let number = |word: &str| self.builder.vocabulary.find(word);
        let (source, slots) = (&pattern.source, &pattern.slots[..]);
        let mut resolver = Resolver { source, slots, dictionaries, number: &number, mistakes: Vec::new() };
        let ways = file.phrases.iter().chain(&file.reads);
        let mut nodes: Vec<Vec<Node>> = ways.map(|way| resolver.resolve(&way.pieces, &way.span)).collect();
        let mut mistakes = resolver.mistakes;
        file.phrases.iter().chain(&file.reads).for_each(|way| bounds::check(source, way, slots, &mut mistakes));
        self.mistakes.append(&mut mistakes);
        for (phrase, resolved) in pattern.phrases.iter_mut().chain(&mut pattern.reads).zip(nodes.drain(..)) {
            phrase.nodes = OnceLock::from(resolved);
        }
        pattern.proofs = OnceLock::from(Proofs::of(file));
        pattern
    }

    /// The parameters of a pattern's template.
    fn slots(&mut self, source: &Source, draft: &PatternDraft<'_>) -> Option<Arc<[Slot]>> {
        if let Some(slots) = self.known_slots.get(&draft.template) {
            return Some(Arc::clone(slots));
        }
        let Some(manifest) = self.library.manifest(&draft.template) else {
            let message = format!("there is no template `{}`", draft.template);
            let found = source.diagnose(draft.template_span.clone(), message);
            let known: Vec<&str> = self.library.manifests().map(|manifest| manifest.id.as_str()).collect();
            self.mistakes.push(found.help(suggest(&draft.template, known.iter().copied())));
            return None;
        };
        let slots: Arc<[Slot]> = Slot::all_of(manifest).into();
        self.known_slots.insert(draft.template.clone(), Arc::clone(&slots));
        Some(slots)
    }

    /// The numbers of all literals that some entries stand for.
    fn literals(&mut self, ways: &Ways<'_>, class: Class) -> Vec<u32> {
        ways.iter().filter_map(|way| self.builder.add(way, class)).collect()
    }

    /// The literals of a pattern's groups, sorted.
    fn names(&mut self, number: u32, require: &[GroupDraft<'_>]) -> Box<[Name]> {
        let mut all = Vec::new();
        let mut groups = Vec::with_capacity(require.len());
        for (group, entry) in require.iter().enumerate() {
            let telling = self.literals(&entry.say, Class::KIND);
            let weak = self.literals(&entry.weak, Class::KIND);
            for &literal in &telling {
                self.index.name(number, literal);
            }
            let name = |weak| move |&literal: &u32| Name { literal, group: group as u16, weak };
            all.extend(telling.iter().map(name(false)).chain(weak.iter().map(name(true))));
            groups.push([telling, weak].concat());
        }
        self.index.groups(number, groups);
        all.sort_unstable();
        all.dedup();
        all.into()
    }

    /// The numbers of the words of a pattern's names and phrases, sorted. What phrases need goes to the index.
    fn words(&mut self, number: u32, names: &[Name], draft: &PatternDraft<'_>) -> Box<[u32]> {
        let mut words = Vec::new();
        for name in names {
            self.builder.words_of(name.literal, &mut words);
        }
        for (index, phrase) in draft.phrases.iter().enumerate() {
            words.extend(phrase.words.iter().map(|word| self.builder.word(word)));
            phrase.telling.iter().for_each(|word| self.builder.correct(word));
            let part = |part: &Ways<'_>| part.iter().map(|word| self.builder.word(word)).collect();
            let parts = phrase.parts.iter().map(part).collect();
            self.index.phrase(number, index as u16, parts);
        }
        for word in draft.reads.iter().flat_map(|read| read.words.iter()) {
            self.builder.word(word);
        }
        sorted(words)
    }

    fn cues(&mut self, source: &Source, draft: &PatternDraft<'_>, slots: &mut Arc<[Slot]>) -> Box<[(u32, u16)]> {
        let mut cues = Vec::new();
        for entry in &draft.slots {
            let Some(slot) = self.slot((source, draft), slots, (&entry.name, &entry.span)) else { continue };
            cues.extend(self.literals(&entry.cues, Class::CUE).into_iter().map(|cue| (cue, slot)));
            if entry.takes.is_some() || !entry.one_of.is_empty() {
                let form = entry.takes.as_ref().and_then(|takes| self.form(source, takes));
                let known = &mut Arc::make_mut(slots)[usize::from(slot)];
                known.form = form;
                known.one_of.clone_from(&entry.one_of);
            }
        }
        cues.sort_unstable();
        cues.dedup();
        cues.into()
    }

    fn form(&mut self, source: &Source, takes: &Takes) -> Option<Form> {
        if source.is_built_in() {
            return Form::trusted(takes);
        }
        Form::checked(takes).unwrap_or_else(|[message, help]| {
            let span = if let Takes::Expression { span, .. } = takes { span.clone() } else { 0..0 };
            self.mistakes.push(source.diagnose(span, message).help(help));
            None
        })
    }

    /// Those that the author names; else what the template needs first, then its other texts.
    fn quotes(&mut self, source: &Source, draft: &PatternDraft<'_>, slots: &[Slot]) -> Vec<u16> {
        if !draft.quotes.is_empty() {
            let named = draft.quotes.iter();
            return named.filter_map(|(name, span)| self.slot((source, draft), slots, (name, span))).collect();
        }
        let mut texts: Vec<u16> =
            (0..slots.len() as u16).filter(|&slot| slots[usize::from(slot)].takes_words()).collect();
        texts.sort_by_key(|&slot| !slots[usize::from(slot)].required);
        texts
    }

    fn slot(
        &mut self,
        (source, draft): (&Source, &PatternDraft<'_>),
        slots: &[Slot],
        (name, span): (&str, &Range<usize>),
    ) -> Option<u16> {
        let found = slots.iter().position(|slot| slot.name == name);
        if found.is_none() {
            let message = format!("the template `{}` has no parameter `{name}`", draft.template);
            let diagnostic = source.diagnose(span.clone(), message);
            self.mistakes.push(diagnostic.help(suggest(name, slots.iter().map(|slot| &*slot.name))));
        }
        found.map(|slot| slot as u16)
    }
}

fn unresolved(draft: PhraseDraft<'static>) -> Phrase {
    Phrase { text: draft.text, span: draft.span, nodes: OnceLock::new() }
}

fn sorted(mut numbers: Vec<u32>) -> Box<[u32]> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into()
}
