//! Hot reload with real files: a set that holds is swapped in under load, and one that does not never takes effect.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use firstframe::assets::Assets;
use firstframe::engine::{Engine, Live, Reload};
use firstframe::request::Request;
use firstframe::tsx::Form;
use tempfile::{TempDir, tempdir};

type Tested = Result<(), Box<dyn std::error::Error>>;

/// Longer than any machine takes.
const PATIENCE: Duration = Duration::from_mins(1);

/// Longer than a change needs to be seen, so that what is not told by then is not told.
const QUIET: Duration = Duration::from_millis(800);

/// A pattern for the counter under a name.
fn pattern(name: &str) -> String {
    format!(
        "template: counter\nrequire: {{thing: [{name}]}}\nreads: [\"to {{to}}\"]\nexamples:\n  \
         - {{say: {name} to 5, params: {{to: 5}}}}\nrejects:\n  - {{say: a walk in the woods, why: no scene}}\n"
    )
}

/// A library with the built-in counter and its pattern.
fn library() -> Result<TempDir, Box<dyn std::error::Error>> {
    let folder = tempdir()?;
    let wanted = ["templates/_parts/", "templates/counter/", "patterns/words/"];
    for (path, text) in Assets::embedded().iter().filter(|(path, _)| wanted.iter().any(|start| path.starts_with(start)))
    {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        fs::write(path, text)?;
    }
    say(folder.path(), &pattern("abacus"))?;
    Ok(folder)
}

fn say(folder: &Path, pattern: &str) -> std::io::Result<()> {
    save(&folder.join("patterns/counter.yaml"), pattern)
}

/// Saves as editors do: whole or not at all.
fn save(path: &Path, text: &str) -> std::io::Result<()> {
    let beside = path.with_extension("new");
    fs::write(&beside, text)?;
    fs::rename(beside, path)
}

fn live(folder: &Path) -> Result<(Live, Receiver<Reload>), Box<dyn std::error::Error>> {
    let (tell, told) = channel();
    let assets = Assets::read_folder(folder)?;
    let first = Engine::load(&assets)?;
    let live = Live::watch(folder, assets, first, move |reload| {
        let _ = tell.send(reload);
    })?;
    Ok((live, told))
}

fn served(engine: &Engine, prompt: &str) -> bool {
    Request::new(prompt).is_ok_and(|request| engine.route(&request).fits().next().is_some())
}

#[test]
fn a_set_that_holds_is_swapped_in_while_others_generate() -> Tested {
    let folder = library()?;
    let (live, told) = live(folder.path())?;
    let (done, made) = (AtomicBool::new(false), AtomicUsize::new(0));
    let reloaded = thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    let engine = live.engine();
                    // Whichever of the two sets it is, it is whole: exactly one of the names is served.
                    let scenes = ["abacus to 9", "tallier to 9"].map(|prompt| {
                        let request = Request::new(prompt).map_err(|error| error.to_string());
                        let made = request.and_then(|request| {
                            engine.generate(&request, Form::Module, &mut ()).map_err(|error| error.to_string())
                        });
                        made.map_or(0, |generation| generation.scenes.len())
                    });
                    assert_eq!(scenes.iter().sum::<usize>(), 1);
                    made.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let mut reloaded = Vec::new();
        for name in ["tallier", "abacus", "tallier"] {
            let before = made.load(Ordering::Relaxed);
            reloaded.push(say(folder.path(), &pattern(name)).map(|()| told.recv_timeout(PATIENCE)));
            while made.load(Ordering::Relaxed) < before + 3 {
                thread::yield_now();
            }
        }
        done.store(true, Ordering::Relaxed);
        reloaded
    });
    for reload in reloaded {
        assert!(matches!(reload??, Reload::Taken { examples: 1, rejects: 1, .. }));
    }
    assert!(served(&live.engine(), "tallier to 9") && !served(&live.engine(), "abacus to 9"));
    Ok(())
}

#[test]
fn a_broken_set_never_takes_effect_and_says_why_once() -> Tested {
    let folder = library()?;
    let (live, told) = live(folder.path())?;
    let broken = pattern("tallier").replace("reads", "raeds");
    for (text, place) in [
        (broken.clone(), Some("unknown key `raeds`")),
        // The same mistake is not told again.
        (format!("{broken}# to be mended\n"), None),
        // The set can be loaded, and does not do what its author says.
        (pattern("tallier").replace("params: {to: 5}", "params: {to: 6}"), Some("this reads")),
        (pattern("tallier").replace("a walk in the woods", "tallier to 5"), Some("should not be")),
    ] {
        say(folder.path(), &text)?;
        match (told.recv_timeout(if place.is_some() { PATIENCE } else { QUIET }), place) {
            (Ok(Reload::Refused { error, .. }), Some(place)) => {
                let found: Vec<String> = error.diagnostics().iter().map(ToString::to_string).collect();
                assert!(found.iter().any(|one| one.contains(place) && one.contains("counter.yaml:")), "{found:?}");
            }
            (Err(_), None) => {}
            (other, _) => panic!("{other:?} where {place:?} was expected"),
        }
        assert!(served(&live.engine(), "abacus to 9") && !served(&live.engine(), "tallier to 9"));
    }
    say(folder.path(), &pattern("tallier"))?;
    assert!(matches!(told.recv_timeout(PATIENCE)?, Reload::Taken { .. }));
    assert!(served(&live.engine(), "tallier to 9"));
    Ok(())
}

#[test]
fn a_changed_template_is_checked_too() -> Tested {
    let folder = library()?;
    let (live, told) = live(folder.path())?;
    let scene = folder.path().join("templates/counter/scene.tsx");
    let code = fs::read_to_string(&scene)?;
    save(&scene, &code.replace("return (", "Math.random();\n  return ("))?;
    let reload = told.recv_timeout(PATIENCE)?;
    assert!(matches!(reload, Reload::Refused { .. }), "{reload:?}");
    save(&scene, &code)?;
    assert!(matches!(told.recv_timeout(PATIENCE)?, Reload::Taken { .. }));
    assert!(served(&live.engine(), "abacus to 9"));
    Ok(())
}

#[test]
fn the_command_tells_of_every_save() -> Tested {
    let folder = library()?;
    let mut watching = Command::new(env!("CARGO_BIN_EXE_firstframe"))
        .args(["--assets", &folder.path().to_string_lossy(), "patterns", "watch"])
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()?;
    let (tell, told) = channel();
    let lines = watching.stderr.take().map(BufReader::new).ok_or("no standard error")?.lines();
    thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| tell.send(line)));
    let wait = |part: &str| -> Tested {
        loop {
            if told.recv_timeout(PATIENCE)?.contains(part) {
                return Ok(());
            }
        }
    };
    let tell_all = || -> Tested {
        wait("✓ 1 examples and 1 rejects hold")?;
        wait("few-examples patterns/counter.yaml:1:11")?;
        wait("watching")?;
        say(folder.path(), &pattern("tallier").replace("reads", "raeds"))?;
        wait("unknown key `raeds`")?;
        wait("✗ the set before stays in use")?;
        say(folder.path(), &pattern("tallier"))?;
        wait("✓ 1 examples and 1 rejects hold")
    };
    let told_all = tell_all();
    watching.kill()?;
    watching.wait()?;
    told_all
}
