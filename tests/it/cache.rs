//! The cache as people meet it: its commands, and what they say when its folder is not as it should be.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::SystemTime;

use firstframe::store::cache::{Cache, DiskCache, Entry, Key, Kind, Limits, Question};
use firstframe::tsx::Form;
use tempfile::{TempDir, tempdir};

type Tested<T = ()> = Result<T, Box<dyn std::error::Error>>;

const PROGRAM: &str = env!("CARGO_BIN_EXE_firstframe");

/// A folder with a cache of three layouts in it.
fn filled() -> Tested<TempDir> {
    let folder = tempdir()?;
    let cache = DiskCache::open(folder.path(), Limits::default())?;
    for prompt in ["one", "two", "three"] {
        assert!(cache.put(&key(prompt), &Entry::layout(&prompt)?, SystemTime::now()).kept);
    }
    assert!(cache.get(&key("one"), SystemTime::now()).is_some());
    Ok(folder)
}

fn key(prompt: &str) -> Key {
    Key::of(&Question {
        kind: Kind::Layout,
        tenant: "",
        prompt,
        context: "",
        role: "layout",
        model: "none",
        instructions: &[],
        engine: "",
        format: None,
        form: Form::Module,
        pictures: &[],
        filling: None,
    })
}

fn cache(folder: &Path, command: &[&str]) -> std::io::Result<Output> {
    Command::new(PROGRAM).arg("--cache").arg(folder).arg("cache").args(command).output()
}

/// Runs `cache stats` on a folder after a line of shell in which `$1` is the folder.
fn stats_after(line: &str, folder: &Path) -> std::io::Result<Output> {
    let script = format!("{line} && exec \"$0\" --cache \"$1\" cache stats");
    let in_own_mounts = ["--map-root-user", "--mount", "sh", "-c", script.as_str(), PROGRAM];
    Command::new("unshare").args(in_own_mounts).arg(folder).output()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The program has failed with one sentence that has all of these in it.
fn refuses(output: &Output, parts: &[&str]) {
    let said = err(output);
    assert_eq!((output.status.code(), said.lines().count()), (Some(1), 1), "{said}");
    assert!(parts.iter().all(|part| said.contains(part)), "{said}");
}

#[test]
fn stats_say_what_is_in_it() -> Tested {
    let folder = filled()?;
    let text = out(&cache(folder.path(), &["stats"])?);
    for part in [folder.path().to_string_lossy().as_ref(), "layouts   3\n", "of 64.0 MiB", "1 of 1 questions"] {
        assert!(text.contains(part), "`{part}` is not in {text}");
    }
    let json: serde_json::Value = serde_json::from_slice(&cache(folder.path(), &["stats", "--json"])?.stdout)?;
    assert_eq!(json["entries"], serde_json::json!({"scenes": 0, "layouts": 3, "fills": 0, "plans": 0}));
    Ok(())
}

#[test]
fn verify_reads_all_and_clear_empties() -> Tested {
    let folder = filled()?;
    let verified = cache(folder.path(), &["verify"])?;
    assert_eq!((verified.status.code(), out(&verified).as_str()), (Some(0), "✓ sound: 3\n"), "{}", err(&verified));
    assert!(out(&cache(folder.path(), &["clear"])?).contains("is empty; "));
    assert_eq!(out(&cache(folder.path(), &["verify"])?), "✓ sound: 0\n");
    Ok(())
}

#[test]
fn a_damaged_cache_is_begun_anew_and_said_so() -> Tested {
    let folder = filled()?;
    fs::write(folder.path().join("generation-000001/db"), "no database".repeat(1000))?;
    let verified = cache(folder.path(), &["verify"])?;
    assert!(err(&verified).contains("was damaged and has been begun anew"), "{}", err(&verified));
    assert_eq!(verified.status.code(), Some(1));
    let verified = cache(folder.path(), &["verify"])?;
    assert_eq!((verified.status.code(), err(&verified).as_str()), (Some(0), ""));
    Ok(())
}

#[test]
fn what_another_process_has_is_left_alone() -> Tested {
    let folder = filled()?;
    let held = DiskCache::open(folder.path(), Limits::default())?;
    for command in ["stats", "verify", "clear"] {
        refuses(&cache(folder.path(), &[command])?, &["is in use by another process", "end that one first"]);
    }
    assert!(held.get(&key("two"), SystemTime::now()).is_some());
    Ok(())
}

#[test]
fn a_file_in_the_place_of_the_folder_is_said_to_be_one() -> Tested {
    let folder = tempdir()?;
    let file = folder.path().join("cache");
    fs::write(&file, "a letter")?;
    refuses(&cache(&file, &["stats"])?, &["cannot be used (", "name another with FIRSTFRAME_CACHE"]);
    assert_eq!(fs::read_to_string(&file)?, "a letter");
    Ok(())
}

/// A limit on the size of files refuses every write, for root too; a folder that is read-only and a disk that is full are
/// tried as well where a process may have mounts of its own.
#[test]
fn folders_that_cannot_be_written_are_said_to_be_so() -> Tested {
    let folder = filled()?;
    let refused = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" --cache \"$1\" cache stats", PROGRAM])
        .arg(folder.path())
        .output()?;
    refuses(&refused, &["cannot be used (File too large"]);
    let mounts = stats_after("true", folder.path())?;
    if !mounts.status.success() && err(&mounts).starts_with("unshare") {
        return Ok(());
    }
    let read_only = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\"";
    refuses(&stats_after(read_only, folder.path())?, &["cannot be used (Read-only file system", "may be written to"]);
    let full = "mount -t tmpfs -o size=64k none \"$1\" && head -c 61440 /dev/zero > \"$1/film\"";
    refuses(&stats_after(full, folder.path())?, &["cannot be used (No space left", "make room"]);
    assert_eq!(out(&cache(folder.path(), &["verify"])?), "✓ sound: 3\n", "nothing is thrown away for it");
    Ok(())
}

#[test]
fn looking_makes_nothing_and_a_template_opens_nothing() -> Tested {
    let folder = tempdir()?;
    let none = folder.path().join("none");
    assert!(out(&cache(&none, &["stats"])?).contains("scenes    0\n"));
    assert!(out(&cache(&none, &["verify"])?).contains("is empty"));
    assert!(out(&cache(&none, &["clear"])?).contains("0 bytes freed"));
    let made = Command::new(PROGRAM)
        .args(["generate", "title card \"Launch Day\""])
        .env("FIRSTFRAME_CACHE", &none)
        .env("XDG_CACHE_HOME", &none)
        .output()?;
    assert!(made.status.success() && !none.exists());
    Ok(())
}

#[test]
fn the_environment_names_the_folder() -> Tested {
    let folder = tempdir()?;
    let stats = |name: &str| {
        let mut command = Command::new(PROGRAM);
        command.args(["cache", "stats"]).env_remove("FIRSTFRAME_CACHE").env(name, folder.path()).output()
    };
    let first = |output: Output| out(&output).lines().next().map(str::to_owned);
    assert_eq!(first(stats("FIRSTFRAME_CACHE")?), Some(folder.path().display().to_string()));
    assert_eq!(first(stats("XDG_CACHE_HOME")?), Some(folder.path().join("firstframe").display().to_string()));
    Ok(())
}

#[test]
fn help_teaches() -> Tested {
    for (command, part) in [("stats", "are never in it"), ("clear", "Nothing is lost"), ("verify", "has a checksum")] {
        let help = out(&Command::new(PROGRAM).args(["cache", command, "--help"]).output()?);
        assert!(help.contains(part) && help.contains("Example"), "{help}");
    }
    Ok(())
}
