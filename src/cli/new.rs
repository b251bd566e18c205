//! `templates new`: the files of a template to begin with.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::Outcome;
use super::output::{self, GOOD, QUIET, STRONG, make_folder, write_file};
use crate::assets::Assets;
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;
use crate::template::adopt::is_id;

const MANIFEST: &str = include_str!("starter/template.yaml");
const SCENE: &str = include_str!("starter/scene.tsx");
const PATTERN: &str = include_str!("starter/pattern.yaml");
const PATTERN_LIKE: &str = include_str!("starter/pattern-like.yaml");

/// What every library needs before it can have a template of its own.
pub(super) const SHARED: [&str; 2] = ["templates/_parts", "patterns/words"];

/// A template's name in all the ways that its files write it.
struct Name<'a> {
    /// `price-drop`
    id: &'a str,
    /// `price drop`
    words: String,
    /// `Price drop`
    title: String,
    /// `PriceDrop`
    component: String,
}

/// The texts of a new template.
struct Starter {
    manifest: String,
    scene: String,
    pattern: String,
}

/// Writes the files of the template `id` into the library in `folder`: a small one that teaches, or those of `like`
/// under the new name.
///
/// # Errors
/// [`ErrorKind::Parameter`] if the id is none, if it is taken, or if there is no template `like`.
pub(super) fn run(folder: &Path, id: &str, like: Option<&str>) -> Result<Outcome> {
    let name = Name::of(id)?;
    let files =
        [format!("templates/{id}/template.yaml"), format!("templates/{id}/scene.tsx"), format!("patterns/{id}.yaml")];
    if let Some(taken) = files.iter().find(|file| folder.join(file).exists()) {
        let message = format!("`{taken}` is there already: take another id, or remove it first");
        return Err(Error::new(ErrorKind::Parameter, message));
    }
    let Starter { manifest, scene, pattern } = match like {
        Some(other) => alike(folder, &name, other)?,
        None => Starter { manifest: name.fill(MANIFEST), scene: name.fill(SCENE), pattern: name.fill(PATTERN) },
    };
    let shared = share(folder)?;
    for (file, text) in files.iter().zip([manifest, scene, pattern]) {
        write(folder, file, &text)?;
    }
    output::print(&told(folder, &name, &files, shared))?;
    Ok(Outcome::Done)
}

impl<'a> Name<'a> {
    fn of(id: &'a str) -> Result<Self> {
        if !is_id(id) {
            let message = format!("`{id}` is no id: expected lower-case words with hyphens, such as `price-drop`");
            return Err(Error::new(ErrorKind::Parameter, message));
        }
        let words = id.replace('-', " ");
        let component = id.split('-').map(capital).collect();
        Ok(Self { id, title: capital(&words), words, component })
    }

    fn fill(&self, text: &str) -> String {
        let Self { id, words, title, component } = self;
        let names = [("__ID__", *id), ("__NAME__", title), ("__COMPONENT__", component), ("__WORDS__", words)];
        names.iter().fold(text.to_owned(), |text, (place, name)| text.replace(place, name))
    }
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_ascii_uppercase() + rest
}

/// Another template's files under a new name: the folder's own, else those that are built in.
fn alike(folder: &Path, name: &Name<'_>, other: &str) -> Result<Starter> {
    let (own, built_in) = (Assets::read_folder(folder).unwrap_or_default(), Assets::embedded());
    let text = |file: &str| {
        let path = format!("templates/{other}/{file}");
        own.text(&path).or_else(|| built_in.text(&path)).map(str::to_owned)
    };
    let (Some(manifest), Some(scene)) = (text("template.yaml"), text("scene.tsx")) else {
        let known = ids(&own).chain(ids(&built_in)).collect::<Vec<_>>();
        let help = suggest(other, known.iter().copied());
        return Err(Error::new(ErrorKind::Parameter, format!("there is no template `{other}`: {help}")));
    };
    let component = manifest.lines().find_map(|line| line.strip_prefix("component:"));
    let component = component.and_then(|rest| rest.split_whitespace().next()).unwrap_or_default().to_owned();
    let keys = [("id", name.id), ("name", &name.title), ("component", &name.component)];
    Ok(Starter {
        manifest: keys.iter().fold(manifest, |text, (key, value)| with_key(&text, key, value)),
        scene: renamed(&scene, &component, &name.component),
        pattern: name.fill(&PATTERN_LIKE.replace("__OTHER__", other)),
    })
}

fn ids(assets: &Assets) -> impl Iterator<Item = &str> {
    assets.under("templates").filter_map(|path| path.strip_prefix("templates/")?.strip_suffix("/template.yaml"))
}

/// A manifest with another value behind a key of its first level; a remark behind it stays.
fn with_key(manifest: &str, key: &str, value: &str) -> String {
    let line = |line: &str| match line.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')) {
        Some(rest) => {
            let remark = rest.find(" #").map_or("", |at| &rest[at..]);
            format!("{key}: {value}{remark}\n")
        }
        None => format!("{line}\n"),
    };
    manifest.lines().map(line).collect()
}

/// Code with another name for one of its functions, wherever it stands as a whole word.
fn renamed(code: &str, from: &str, to: &str) -> String {
    if from.is_empty() {
        return code.to_owned();
    }
    let in_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut renamed = String::with_capacity(code.len() + 64);
    let mut done = 0;
    for (at, _) in code.match_indices(from) {
        let end = at + from.len();
        renamed.push_str(&code[done..at]);
        let whole = !code[..at].ends_with(in_name) && !code[end..].starts_with(in_name);
        renamed.push_str(if whole { to } else { from });
        done = end;
    }
    renamed + &code[done..]
}

/// Gives a folder that has none yet the parts and dictionaries that are built in; whether any were needed.
pub(super) fn share(folder: &Path) -> Result<bool> {
    let built_in = Assets::embedded();
    let mut shared = false;
    for root in SHARED.into_iter().filter(|root| !folder.join(root).is_dir()) {
        for path in built_in.under(root) {
            write(folder, path, built_in.text(path).unwrap_or_default())?;
        }
        shared = true;
    }
    Ok(shared)
}

/// Writes a file of a library, with the folders that it lies in.
pub(super) fn write(folder: &Path, file: &str, text: &str) -> Result<()> {
    let path: PathBuf = folder.join(file);
    if let Some(parent) = path.parent() {
        make_folder(parent)?;
    }
    write_file(&path, text)
}

fn told(folder: &Path, name: &Name<'_>, files: &[String], shared: bool) -> String {
    let mut text = format!("{GOOD}✓{GOOD:#} {STRONG}{}{STRONG:#}\n", name.id);
    for file in files {
        let _ = writeln!(text, "  {}", folder.join(file).display());
    }
    if shared {
        let _ = writeln!(text, "  {QUIET}with the parts and dictionaries that every library needs{QUIET:#}");
    }
    let library = folder.display();
    text + &format!(
        "\nCheck it, look at it, ask for it:\n  firstframe --assets {library} templates check\n  \
         firstframe --assets {library} preview \"make a {words}\"\n  \
         firstframe --assets {library} generate \"make a {words}\"\n",
        words = name.words
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_with_hyphens() {
        for id in ["price-drop", "a", "top-10"] {
            assert!(Name::of(id).is_ok(), "{id}");
        }
        for id in ["", "Price", "price_drop", "-price", "price-", "price--drop", "10-top", "prix-réduit", "../price"] {
            assert!(Name::of(id).is_err(), "{id}");
        }
        let name = Name::of("top-10-cities").map(|name| name.fill("__NAME__, __COMPONENT__, __WORDS__, __ID__"));
        assert_eq!(name.ok().as_deref(), Some("Top 10 cities, Top10Cities, top 10 cities, top-10-cities"));
    }

    #[test]
    fn names_are_changed_as_whole_words() {
        let code = "export default function Chart(props) { return <Charts><Chart.Bar /></Charts>; }";
        let expected = "export default function Sales(props) { return <Charts><Sales.Bar /></Charts>; }";
        assert_eq!(renamed(code, "Chart", "Sales"), expected);
        assert_eq!(with_key("id: a # its id\nname: A\n", "id", "b"), "id: b # its id\nname: A\n");
    }
}
