//! Projects on disks that are full and in folders that cannot be written: the real thing, made with the system's tools.

use std::error::Error;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Output};

use tempfile::tempdir;

type Tested = Result<(), Box<dyn Error>>;

const PROGRAM: &str = env!("CARGO_BIN_EXE_firstframe");

const TITLE: &str = "title card 'Moss'";

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Runs the program as somebody who may not do everything, as root may.
fn as_anyone(args: &[&str], data: &Path) -> Result<Output, Box<dyn Error>> {
    let is_root = fs::metadata("/proc/self")?.uid() == 0;
    let mut command = Command::new(if is_root { "setpriv" } else { PROGRAM });
    if is_root {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM]);
    }
    Ok(command.args(args).env("FIRSTFRAME_DATA", data).output()?)
}

#[test]
fn a_folder_that_cannot_be_written_is_told() -> Tested {
    let folder = tempdir()?;
    let data = folder.path().join("data");
    let made = Command::new(PROGRAM).args(["project", "new", "film"]).env("FIRSTFRAME_DATA", &data).output()?;
    assert!(made.status.success(), "{}", said(&made));
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755))?;
    fs::set_permissions(&data, Permissions::from_mode(0o555))?;
    for file in fs::read_dir(&data)? {
        fs::set_permissions(file?.path(), Permissions::from_mode(0o444))?;
    }
    let missing = folder.path().join("missing");
    fs::set_permissions(folder.path(), Permissions::from_mode(0o555))?;
    for (data, args) in [
        (&data, &["project", "list"][..]),
        (&data, &["generate", "--project", "film", TITLE]),
        (&missing, &["project", "new", "film"]),
    ] {
        let output = as_anyone(args, data)?;
        assert_eq!(output.status.code(), Some(1), "{args:?}: {}", said(&output));
        let expected = "cannot be written: make its folder writable for you, or name another one with `--data`";
        assert!(said(&output).contains(expected), "{args:?}: {}", said(&output));
    }
    assert!(as_anyone(&["generate", TITLE], &data)?.status.success());
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755))?;
    fs::set_permissions(&data, Permissions::from_mode(0o755))?;
    Ok(())
}

/// On a disk of its own: fills it, and makes room again.
const FULL: &str = r#"
set -u
mount -t tmpfs -o size=600k none "$FIRSTFRAME_DATA" || { echo "no disk"; exit 0; }
"$PROGRAM" project new film >/dev/null || exit 10
"$PROGRAM" generate --project film "title card 'one'" >/dev/null 2>&1 || exit 11
dd if=/dev/zero of="$FIRSTFRAME_DATA/rest" bs=1k 2>/dev/null
"$PROGRAM" generate --project film "title card 'two'" >/dev/null && exit 12
rm "$FIRSTFRAME_DATA/rest"
"$PROGRAM" project show film --json | grep -q '"revision": 1' || exit 13
"$PROGRAM" generate --project film "title card 'three'" >/dev/null 2>&1 || exit 14
"$PROGRAM" project show film --json | grep -q '"revision": 2' || exit 15
"#;

#[test]
fn a_full_disk_is_told_and_loses_nothing() -> Tested {
    let folder = tempdir()?;
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", FULL]).env("PROGRAM", PROGRAM);
    let output = command.env("FIRSTFRAME_DATA", folder.path()).output()?;
    if String::from_utf8_lossy(&output.stdout).contains("no disk") || said(&output).contains("unshare") {
        eprintln!("this system lets nobody mount a disk of their own: not tested");
        return Ok(());
    }
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("is full: make room, then try again"), "{}", said(&output));
    Ok(())
}
