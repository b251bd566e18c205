//! From pattern files to a pattern set: everything that is named is looked up, and what is not there is noted.

use std::collections::HashMap;
use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::OnceLock;

use super::bounds;
use super::file::{self, DictionaryFile, PatternFile, Role, Way};
use super::fingerprint::is_beside;
use super::learned::Slots;
use super::lexicon::{LexiconBuilder, Tag};
use super::node::{Node, Resolver, witness};
use super::phrase::ways;
use super::set::{Dictionary, Pattern, PatternSet, Slot};
use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, Source};
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;
use crate::template::{Library, common_params};

/// Reads and compiles all files under `patterns/`.
pub(super) fn compile(assets: &Assets, library: &Library) -> Result<PatternSet> {
    let mut compiler = Compiler::new(library);
    let (dictionaries, patterns) = compiler.read(assets);
    let dictionaries = compiler.dictionaries(dictionaries);
    let patterns = compiler.patterns(patterns, &dictionaries);
    if !compiler.mistakes.is_empty() {
        let count = compiler.mistakes.len();
        let message = format!("{count} mistake{} in the patterns", if count == 1 { "" } else { "s" });
        return Err(Error::new(ErrorKind::Assets, message).with_diagnostics(compiler.mistakes));
    }
    let learned = Slots::new(assets.slots().cloned());
    Ok(PatternSet { lexicon: compiler.builder.build(), dictionaries, patterns, learned })
}

/// A file under `patterns/`, or why it is none.
enum File {
    Dictionary(Result<DictionaryFile, Vec<Diagnostic>>),
    Pattern(Result<PatternFile, Vec<Diagnostic>>),
    Stray(Diagnostic),
}

/// How many threads read and compile the files, which is most of a cold start; more than these cost what they save.
const THREADS: usize = 2;

/// Reads files side by side, in their order.
fn read_all(sources: &[Source]) -> Vec<File> {
    let each = sources.len().div_ceil(THREADS).max(1);
    std::thread::scope(|scope| {
        let read = |part| scope.spawn(move || <[Source]>::iter(part).map(read_file).collect::<Vec<_>>());
        let readers: Vec<_> = sources.chunks(each).map(read).collect();
        let joined = readers.into_iter().map(|reader| reader.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.flatten().collect()
    })
}

fn read_file(source: &Source) -> File {
    let path = source.name();
    if path.rsplit_once('.').is_none_or(|(_, extension)| extension != "yaml") {
        let message = "only `.yaml` files are read here";
        File::Stray(source.diagnose(0..0, message).help("rename it, or move it elsewhere"))
    } else if path.starts_with("patterns/words/") {
        File::Dictionary(file::read_dictionary(source))
    } else {
        File::Pattern(file::read_pattern(source))
    }
}

struct Compiler<'a> {
    library: &'a Library,
    mistakes: Vec<Diagnostic>,
    builder: LexiconBuilder,
}

impl<'a> Compiler<'a> {
    fn new(library: &'a Library) -> Self {
        Self { library, mistakes: Vec::new(), builder: LexiconBuilder::default() }
    }

    fn read(&mut self, assets: &Assets) -> (Vec<DictionaryFile>, Vec<PatternFile>) {
        let (mut dictionaries, mut patterns) = (Vec::new(), Vec::new());
        let sources = assets.sources_under("patterns").filter(|source| !is_beside(source.name()));
        for file in read_all(&sources.collect::<Vec<_>>()) {
            match file {
                File::Dictionary(read) => self.keep(read, &mut dictionaries),
                File::Pattern(read) => self.keep(read, &mut patterns),
                File::Stray(mistake) => self.mistakes.push(mistake),
            }
        }
        (dictionaries, patterns)
    }

    fn keep<T>(&mut self, read: Result<T, Vec<Diagnostic>>, into: &mut Vec<T>) {
        match read {
            Ok(file) => into.push(file),
            Err(mistakes) => self.mistakes.extend(mistakes),
        }
    }

    fn dictionaries(&mut self, files: Vec<DictionaryFile>) -> Vec<Dictionary> {
        let mut dictionaries: Vec<Dictionary> = Vec::new();
        for file in files {
            let index = dictionaries.len() as u16;
            if dictionaries.iter().any(|known| known.id == file.id) {
                let message = format!("another file has the dictionary `{}` already", file.id);
                self.mistakes.push(file.source.diagnose(file.id_span.clone(), message));
            }
            self.check_settings(&file);
            for (meaning, entry) in file.meanings.iter().enumerate() {
                let tag = |weak| Tag::Word { dictionary: index, meaning: meaning as u16, weak };
                self.literals(&file.source, &entry.say, tag(false));
                self.literals(&file.source, &entry.weak, tag(true));
            }
            let meanings = file.meanings.into_iter().map(|entry| entry.name).collect();
            dictionaries.push(Dictionary { id: file.id, role: file.role, meanings });
        }
        dictionaries
    }

    /// The meanings of a setting are values of its parameter, those of a noun are parameters.
    fn check_settings(&mut self, file: &DictionaryFile) {
        let known: Vec<&str> = common_params().iter().map(|spec| spec.name.as_ref()).collect();
        if file.role == Role::Setting && !known.contains(&file.id.as_str()) {
            let message = format!("`{}` is no common parameter", file.id);
            let found = file.source.diagnose(file.id_span.clone(), message);
            self.mistakes.push(found.help(suggest(&file.id, known.iter().copied())));
        }
        for entry in
            file.meanings.iter().filter(|entry| file.role == Role::Noun && !known.contains(&entry.name.as_str()))
        {
            let message = format!("`{}` is no common parameter", entry.name);
            let found = file.source.diagnose(entry.span.clone(), message);
            self.mistakes.push(found.help(suggest(&entry.name, known.iter().copied())));
        }
    }

    fn literals(&mut self, source: &Source, entries: &[Way], tag: Tag) {
        for way in entries {
            match ways(&way.pieces) {
                Some(literals) => literals.iter().for_each(|literal| self.builder.add(literal, tag)),
                None => self.mistakes.push(
                    source
                        .diagnose(
                            way.span.clone(),
                            "this stands for too many ways to say it, or for none that is fixed",
                        )
                        .help("only words, `[…]` and `(a|b)` can stand here, for at most 256 ways"),
                ),
            }
        }
    }

    /// Compiles the patterns side by side, in their order.
    fn patterns(&mut self, files: Vec<PatternFile>, dictionaries: &[Dictionary]) -> Vec<Pattern> {
        let ids: HashMap<&str, u16> =
            dictionaries.iter().enumerate().map(|(index, known)| (known.id.as_str(), index as u16)).collect();
        let each = files.len().div_ceil(THREADS).max(1);
        let (library, mut files) = (self.library, files.into_iter().enumerate());
        std::thread::scope(|scope| {
            let parts = std::iter::from_fn(|| {
                Some(files.by_ref().take(each).collect::<Vec<_>>()).filter(|part| !part.is_empty())
            });
            let compile = |part: Vec<(usize, PatternFile)>| {
                let ids = &ids;
                scope.spawn(move || {
                    let mut compiler = Compiler::new(library);
                    let patterns =
                        part.into_iter().filter_map(|(index, file)| compiler.pattern(index as u16, file, ids));
                    (patterns.collect::<Vec<_>>(), compiler)
                })
            };
            let threads: Vec<_> = parts.map(compile).collect();
            let done = threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
            done.flat_map(|(patterns, compiler)| {
                self.mistakes.extend(compiler.mistakes);
                self.builder.append(&compiler.builder);
                patterns
            })
            .collect()
        })
    }

    fn pattern(&mut self, index: u16, file: PatternFile, dictionaries: &HashMap<&str, u16>) -> Option<Pattern> {
        let Some(manifest) = self.library.manifest(&file.template) else {
            let message = format!("there is no template `{}`", file.template);
            let found = file.source.diagnose(file.template_span.clone(), message);
            let known: Vec<&str> = self.library.manifests().map(|manifest| manifest.id.as_str()).collect();
            self.mistakes.push(found.help(suggest(&file.template, known.iter().copied())));
            return None;
        };
        let mut slots = Slot::all_of(manifest);
        for (group, names) in file.require.iter().enumerate() {
            let tag = |weak| Tag::Group { pattern: index, group: group as u16, weak };
            self.literals(&file.source, &names.say, tag(false));
            self.literals(&file.source, &names.weak, tag(true));
        }
        self.literals(&file.source, &file.exclude, Tag::Exclude { pattern: index });
        self.cues(index, &file, &mut slots);
        let quotes = self.quotes(&file, &slots);
        let mut resolver = Resolver { source: &file.source, slots: &slots, dictionaries, mistakes: &mut self.mistakes };
        let phrases: Vec<Vec<Node>> = file.phrases.iter().map(|way| resolver.resolve(way)).collect();
        let reads = file.reads.iter().map(|way| resolver.resolve(way)).collect();
        for way in file.phrases.iter().chain(&file.reads) {
            bounds::check(&file.source, way, &slots, &mut self.mistakes);
        }
        for (phrase, way) in file.phrases.iter().enumerate() {
            self.witness(&file.source, way, Tag::Phrase { pattern: index, phrase: phrase as u16 });
        }
        let always = self.reads(index, &file);
        let groups = file.require.len() as u16;
        let phrase_spans = file.phrases.iter().map(|way| way.span.clone()).collect();
        let PatternFile { source, template, require, examples, rejects, .. } = file;
        let names = require.into_iter().flat_map(|names| names.say.into_iter().chain(names.weak)).collect();
        Some(Pattern {
            template,
            groups,
            phrases,
            phrase_spans,
            reads,
            always,
            slots,
            quotes,
            names,
            words: OnceLock::new(),
            source,
            examples,
            rejects,
        })
    }

    /// Adds the rarest parts of the sentences that only read, and says which have none: these are always tried.
    fn reads(&mut self, pattern: u16, file: &PatternFile) -> Vec<bool> {
        let mut always = vec![false; file.reads.len()];
        for (read, way) in file.reads.iter().enumerate() {
            let tag = Tag::Read { pattern, read: read as u16 };
            match witness(&way.pieces) {
                Some(literals) => literals.iter().for_each(|literal| self.builder.add(literal, tag)),
                None => always[read] = true,
            }
        }
        always
    }

    fn cues(&mut self, pattern: u16, file: &PatternFile, slots: &mut [Slot]) {
        for entry in &file.slots {
            if let Some(slot) = self.slot(file, slots, &entry.name, &entry.span) {
                self.literals(&file.source, &entry.cues, Tag::Cue { pattern, slot });
                let known = &mut slots[usize::from(slot)];
                known.form = entry.form;
                known.one_of.clone_from(&entry.one_of);
            }
        }
    }

    /// Those that the author names; else what the template needs first, then its other texts.
    fn quotes(&mut self, file: &PatternFile, slots: &[Slot]) -> Vec<u16> {
        if !file.quotes.is_empty() {
            return file.quotes.iter().filter_map(|(name, span)| self.slot(file, slots, name, span)).collect();
        }
        let mut texts: Vec<u16> =
            (0..slots.len() as u16).filter(|&slot| slots[usize::from(slot)].takes_words()).collect();
        texts.sort_by_key(|&slot| !slots[usize::from(slot)].required);
        texts
    }

    fn slot(&mut self, file: &PatternFile, slots: &[Slot], name: &str, span: &Range<usize>) -> Option<u16> {
        let found = slots.iter().position(|slot| slot.name == name);
        if found.is_none() {
            let message = format!("the template `{}` has no parameter `{name}`", file.template);
            let diagnostic = file.source.diagnose(span.clone(), message);
            self.mistakes.push(diagnostic.help(suggest(name, slots.iter().map(|slot| &*slot.name))));
        }
        found.map(|slot| slot as u16)
    }

    fn witness(&mut self, source: &Source, way: &Way, tag: Tag) {
        match witness(&way.pieces) {
            Some(literals) => literals.iter().for_each(|literal| self.builder.add(literal, tag)),
            None => self.mistakes.push(
                source
                    .diagnose(
                        way.span.clone(),
                        "nothing in this phrase has to be there, so that it would match everything",
                    )
                    .help("give it a word of its own outside `[…]`"),
            ),
        }
    }
}
