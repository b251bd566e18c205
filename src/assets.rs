//! The files that authors write: templates and patterns, as they are built into the binary or read from a folder.

mod watch;

pub use watch::{Watch, watch};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, DirEntry, include_dir};

use crate::diagnostic::Source;
use crate::error::{Error, ErrorKind, Result};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static PATTERNS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/patterns");
static PROMPTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/prompts");

/// The trees of the YAML files among them with their paths, as the build has packed them.
static TREES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/trees.postcard"));

/// The drafts of the files under `patterns/` with their paths, made by the build too.
static DRAFTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/drafts.postcard"));

/// The folders that are read; everything else beside them is no business of ours.
const FOLDERS: [&str; 3] = ["templates", "patterns", "prompts"];

/// The file that says which models do which work.
const MODELS: &str = "prompts/models.yaml";

/// What the names of files end with that are read. Others (pictures, notes, `.DS_Store`) may lie beside them.
const EXTENSIONS: [&str; 3] = ["yaml", "yml", "tsx"];

/// What models are told lies in `prompts/`; anywhere else such files are notes.
const PROMPT: (&str, &str) = ("prompts/", "md");

/// The longest way down into a folder, so that a folder that contains itself comes to an end.
const MAX_DEPTH: usize = 8;

/// Where the model of slots lies among the files: it is no text.
const SLOTS: &str = "patterns/slots.crf";

/// Texts by their paths, such as `templates/counter/scene.tsx`, always with `/` between the parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assets {
    files: BTreeMap<Cow<'static, str>, Cow<'static, str>>,
    trees: BTreeMap<&'static str, &'static [u8]>,
    drafts: BTreeMap<&'static str, &'static [u8]>,
    slots: Option<Cow<'static, [u8]>>,
}

impl Assets {
    /// The files that were built into the binary.
    pub fn embedded() -> Self {
        let mut files = BTreeMap::new();
        for (folder, dir) in FOLDERS.iter().zip([&TEMPLATES, &PATTERNS, &PROMPTS]) {
            embed(folder, dir, &mut files);
        }
        // Without its tree a file is parsed when it is read.
        let [trees, drafts] = [TREES, DRAFTS].map(|packed| postcard::from_bytes(packed).unwrap_or_default());
        Self { files, trees, drafts, slots: embedded_slots() }
    }

    /// Reads the files of a folder that has `templates/`, `patterns/` or `prompts/` in it, or several of them. Files with
    /// another ending than `.yaml`, `.yml` and `.tsx`, or `.md` in `prompts/`, and hidden ones, are left out. Without a model of slots of its own
    /// (`patterns/slots.crf`) it goes with the one that is built in.
    ///
    /// # Errors
    /// [`ErrorKind::File`] if the folder or one of its files cannot be read, if it has none of these subfolders, or if files
    /// are not UTF-8; of the last all are named.
    pub fn read_folder(folder: &Path) -> Result<Self> {
        let roots: Vec<&str> = FOLDERS.into_iter().filter(|name| folder.join(name).is_dir()).collect();
        if roots.is_empty() {
            return Err(no_assets(folder));
        }
        let mut paths = Vec::new();
        for root in roots {
            collect(&folder.join(root), root, MAX_DEPTH, &mut paths)?;
        }
        let slots = match fs::read(folder.join(SLOTS)) {
            Ok(bytes) => Some(Cow::Owned(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => embedded_slots(),
            Err(error) => return Err(unreadable(&folder.join(SLOTS), error)),
        };
        Ok(Self { slots, ..Self::from_bytes(folder, paths)? })
    }

    /// Assets of texts that are at hand.
    pub fn from_texts<P, T>(texts: impl IntoIterator<Item = (P, T)>) -> Self
    where
        P: Into<Cow<'static, str>>,
        T: Into<Cow<'static, str>>,
    {
        let files = texts.into_iter().map(|(path, text)| (path.into(), text.into())).collect();
        Self { files, slots: None, ..Self::default() }
    }

    /// The same files with another model of slots, or without one.
    #[must_use]
    pub fn with_slots(self, slots: Option<Cow<'static, [u8]>>) -> Self {
        Self { slots, ..self }
    }

    /// The same files as texts alone, which are parsed when they are read.
    #[must_use]
    pub fn unpacked(self) -> Self {
        Self { trees: BTreeMap::new(), drafts: BTreeMap::new(), ..self }
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(Cow::as_ref)
    }

    /// The model of slots, as `firstframe patterns train` writes it, if there is one.
    pub fn slots(&self) -> Option<&Cow<'static, [u8]>> {
        self.slots.as_ref()
    }

    /// The draft of a file under `patterns/` that is built in.
    pub(crate) fn draft(&self, path: &str) -> Option<&'static [u8]> {
        self.drafts.get(path).copied()
    }

    /// The text of a file with its path, for diagnostics.
    pub fn source(&self, path: &str) -> Option<Source> {
        Some(match self.files.get(path)? {
            Cow::Borrowed(text) => Source::built_in(path, text, self.trees.get(path).copied()),
            Cow::Owned(text) => Source::new(path, text.as_str()),
        })
    }

    /// What is said about models: `prompts/models.yaml`, or what is built in where there is none.
    pub fn models(&self) -> Source {
        self.source(MODELS).unwrap_or_else(embedded_models)
    }

    /// The paths of all files in a folder and its subfolders (`templates`, `patterns/words`), in sorted order.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        let paths = self.files.keys().map(Cow::as_ref).skip_while(move |path| *path < folder);
        paths.filter(move |path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }

    /// The sources of the same files.
    pub fn sources_under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = Source> + 'a {
        self.under(folder).filter_map(|path| self.source(path))
    }

    /// Paths and texts of all files, in sorted order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_ref(), text.as_ref()))
    }

    fn from_bytes(folder: &Path, paths: Vec<(String, PathBuf)>) -> Result<Self> {
        let mut files = BTreeMap::new();
        let mut broken = Vec::new();
        for (name, path) in paths {
            let bytes = fs::read(&path).map_err(|error| unreadable(&path, error))?;
            match String::from_utf8(bytes) {
                Ok(text) => _ = files.insert(Cow::Owned(name), Cow::Owned(text)),
                Err(_) => broken.push(name),
            }
        }
        if broken.is_empty() { Ok(Self::from_texts(files)) } else { Err(not_text(folder, &broken)) }
    }
}

/// What is built in is said about models.
pub fn embedded_models() -> Source {
    let file = PROMPTS.get_file(MODELS.rsplit('/').next().unwrap_or(MODELS));
    Source::built_in(MODELS, file.and_then(include_dir::File::contents_utf8).unwrap_or_default(), None)
}

/// The text of a file with its path, for diagnostics.
///
/// # Errors
/// [`ErrorKind::File`] if it cannot be read, or is not UTF-8.
pub fn read_file(path: &Path) -> Result<Source> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, error))?;
    Ok(Source::new(path.display().to_string(), text))
}

fn embedded_slots() -> Option<Cow<'static, [u8]>> {
    let name = SLOTS.rsplit('/').next().unwrap_or(SLOTS);
    PATTERNS.get_file(name).map(|file| Cow::Borrowed(file.contents()))
}

/// Built-in files are checked to be text by a test, so that none is left out here.
fn embed(root: &str, dir: &'static Dir<'_>, files: &mut BTreeMap<Cow<'static, str>, Cow<'static, str>>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(inner) => embed(root, inner, files),
            DirEntry::File(file) => {
                let name = format!("{root}/{}", slashed(file.path()));
                if let Some(text) = file.contents_utf8().filter(|_| is_read(&name)) {
                    files.insert(name.into(), text.into());
                }
            }
        }
    }
}

fn collect(folder: &Path, name: &str, depth: usize, paths: &mut Vec<(String, PathBuf)>) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
        let path = entry.map_err(|error| unreadable(folder, error))?.path();
        let Some(file) = path.file_name().and_then(|file| file.to_str()).filter(|file| !file.starts_with('.')) else {
            continue;
        };
        let name = format!("{name}/{file}");
        if path.is_dir() && depth > 0 {
            collect(&path, &name, depth - 1, paths)?;
        } else if is_read(&name) && path.is_file() {
            paths.push((name, path));
        }
    }
    Ok(())
}

/// Whether a file is read that has this path among the assets.
fn is_read(name: &str) -> bool {
    let (prompts, markdown) = PROMPT;
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| EXTENSIONS.contains(&ending) || ending == markdown && name.starts_with(prompts))
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn no_assets(folder: &Path) -> Error {
    let folder = folder.display();
    let message = format!("expected `{folder}` to be a folder with `templates` or `patterns` in it");
    Error::new(ErrorKind::File, message)
}

fn unreadable(path: &Path, error: io::Error) -> Error {
    Error::new(ErrorKind::File, format!("`{}` cannot be read: {error}", path.display())).because(error)
}

fn not_text(folder: &Path, files: &[String]) -> Error {
    let names = files.join("`, `");
    let message =
        format!("expected the files in `{}` to be UTF-8 text, and these are not: `{names}`", folder.display());
    Error::new(ErrorKind::File, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Outcome = std::result::Result<(), Box<dyn std::error::Error>>;

    fn count(root: &str, dir: &Dir<'_>) -> usize {
        let below: usize = dir.dirs().map(|dir| count(root, dir)).sum();
        let is_read = |path: &Path| is_read(&format!("{root}/{}", slashed(path)));
        below + dir.files().filter(|file| is_read(file.path())).count()
    }

    #[test]
    fn all_built_in_files_are_text() {
        assert_eq!(
            Assets::embedded().iter().count(),
            FOLDERS.iter().zip([&TEMPLATES, &PATTERNS, &PROMPTS]).map(|(root, dir)| count(root, dir)).sum::<usize>()
        );
    }

    #[test]
    fn all_built_in_yaml_is_packed() {
        let (packed, texts) = (Assets::embedded(), Assets::embedded().unpacked());
        let yaml = packed.iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|ending| ending == "yaml"));
        for (path, _) in yaml {
            let is_packed = |assets: &Assets| {
                assets.source(path).is_some_and(|source| source.packed().is_some()) || assets.draft(path).is_some()
            };
            let is_beside = ["patterns/calibration.yaml", "patterns/memory.yaml", MODELS].contains(&path);
            assert!(is_packed(&packed) || is_beside, "{path}");
            assert!(!is_packed(&texts), "{path}");
        }
    }

    #[test]
    fn a_folder_is_read_in_sorted_order() -> Outcome {
        let folder = tempfile::tempdir()?;
        for (path, text) in [
            ("templates/b/scene.tsx", "b"),
            ("templates/a/template.yaml", "a"),
            ("templates/a/picture.png", "\u{0}"),
            ("templates/.hidden.yaml", ""),
            ("templates.yaml", ""),
            ("patterns/words/colours.yaml", "c"),
            ("other/x.yaml", ""),
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().ok_or("no parent")?)?;
            fs::write(path, text)?;
        }
        let assets = Assets::read_folder(folder.path())?;
        let all: Vec<_> = assets.iter().collect();
        let expected =
            [("patterns/words/colours.yaml", "c"), ("templates/a/template.yaml", "a"), ("templates/b/scene.tsx", "b")];
        assert_eq!(all, expected);
        assert_eq!(assets.sources_under("templates").count(), 2);
        assert_eq!(assets.under("template").count(), 0);
        assert_eq!(assets.text("templates/b/scene.tsx"), Some("b"));
        Ok(())
    }

    #[test]
    fn what_cannot_be_read_is_named() -> Outcome {
        let folder = tempfile::tempdir()?;
        let message = Assets::read_folder(folder.path()).err().ok_or("no error")?.to_string();
        assert!(message.ends_with("to be a folder with `templates` or `patterns` in it"), "{message}");
        fs::create_dir(folder.path().join("patterns"))?;
        for name in ["b.yaml", "a.yaml"] {
            fs::write(folder.path().join("patterns").join(name), [0xff])?;
        }
        let message = Assets::read_folder(folder.path()).err().ok_or("no error")?.to_string();
        assert!(message.contains("`patterns/a.yaml`") && message.contains("`patterns/b.yaml`"), "{message}");
        Ok(())
    }
}
