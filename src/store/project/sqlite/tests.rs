//! What a database has to stand beside what every store does: being opened again, by several at once, and being no
//! database at all.

use std::error::Error as StdError;
use std::fs;
use std::path::Path;

use serde_json::json;
use sqlx::{Connection as _, Executor as _};

use super::*;
use crate::store::project::conformance::{change, named, scene, wait};
use crate::store::project::{Change, Intent, Timestamp};

type Tested = std::result::Result<(), Box<dyn StdError>>;

/// A database with a project of a few scenes, closed in order.
async fn filled(folder: &Path) -> std::result::Result<ProjectId, Box<dyn StdError>> {
    let store = SqliteProjects::open(folder).await?;
    let id = store.create(named("film")).await?.project.id.clone();
    for name in ["a", "b", "c"] {
        store.write(&id, change(vec![Change::add(scene(name)?)])).await?;
    }
    store.close().await?;
    Ok(id)
}

/// What opening says.
async fn refusal(folder: &Path) -> String {
    match SqliteProjects::open(folder).await {
        Err(error) if error.kind() == ErrorKind::Store => error.to_string(),
        Err(error) => format!("another kind of error: {error}"),
        Ok(store) => match store.list(Which::Living).await {
            Err(error) => error.to_string(),
            Ok(_) => "it was opened".to_owned(),
        },
    }
}

#[test]
fn what_was_written_is_there_when_it_is_opened_again() -> Tested {
    let folder = tempfile::tempdir()?;
    wait(async {
        let id = filled(folder.path()).await?;
        let left: Vec<_> = fs::read_dir(folder.path())?.map(|file| file.map(|file| file.file_name())).collect();
        assert_eq!(left.len(), 2, "more is left than the database and its lock: {left:?}");
        let store = SqliteProjects::open(folder.path()).await?;
        assert_eq!(store.read(&id).await?.project.scenes.len(), 3);
        store.write(&id, Write::new(Intent::Undo, "anna", Timestamp::from_millis(9))).await?;
        store.prefer("theme", Some(json!("dark")));
        store.close().await?;
        assert!(store.read(&id).await.is_err(), "it was read after it was closed");
        assert!(store.create(named("late")).await.is_err_and(|error| error.to_string().contains("closed")));
        let store = SqliteProjects::open(folder.path()).await?;
        assert_eq!((store.read(&id).await?.revision, store.preferences().await?.len()), (4, 1));
        Ok(())
    })
}

#[test]
fn several_have_it_open_at_once() -> Tested {
    let folder = tempfile::tempdir()?;
    wait(async {
        let first = SqliteProjects::open(folder.path()).await?;
        let second = SqliteProjects::open(folder.path()).await?;
        let id = first.create(named("film")).await?.project.id.clone();
        for round in 0..10 {
            let (one, other) = (scene(&format!("a{round}"))?, scene(&format!("b{round}"))?);
            first.write(&id, change(vec![Change::add(one)])).await?;
            second.write(&id, change(vec![Change::add(other)])).await?;
        }
        let (read, other) = (first.read(&id).await?, second.read(&id).await?);
        assert_eq!((read.revision, read.project.scenes.len()), (20, 20));
        assert_eq!(read, other);
        let late = first.write(&id, change(vec![Change::Delete]).expecting(19)).await;
        assert!(late.is_err_and(|error| error.kind() == ErrorKind::Conflict));
        Ok(())
    })
}

#[test]
fn many_open_a_new_one_at_once() -> Tested {
    let folder = tempfile::tempdir()?;
    let open = |number: usize| {
        let folder = folder.path().to_owned();
        std::thread::spawn(move || {
            let opened = wait(async {
                let store = SqliteProjects::open(&folder).await?;
                store.create(named(&format!("film {number}"))).await?;
                Ok(store.close().await?)
            });
            opened.map_err(|error| error.to_string())
        })
    };
    let threads: Vec<_> = (0..8).map(open).collect();
    for thread in threads {
        thread.join().map_err(|_| "a thread has panicked")??;
    }
    wait(async {
        let store = SqliteProjects::open(folder.path()).await?;
        assert_eq!(store.list(Which::Living).await?.len(), 8);
        Ok(())
    })
}

#[test]
fn truncated_and_foreign_files_are_told_apart() -> Tested {
    const DAMAGED: &str = "is damaged: move it away, then put a backup in its place";
    const FOREIGN: &str = "is no database of firstframe: move it away, or name another folder with `--data`";
    let folder = tempfile::tempdir()?;
    let path = SqliteProjects::path(folder.path());
    wait(async {
        filled(folder.path()).await?;
        let whole = fs::read(&path)?;
        let half = whole[..whole.len() / 2].to_vec();
        let text = b"These are my notes. They are longer than the header of a database, which has one hundred bytes.  \
                     So they are."
            .to_vec();
        // The application's id stands at byte 68: this is a database of another program.
        let other = [&whole[..68], b"abcd", &whole[72..]].concat();
        let mut scratched = whole.clone();
        scratched[4096..4096 * 4].fill(0xa5);
        for (bytes, expected) in [
            (half, DAMAGED),
            (whole[..5000].to_vec(), DAMAGED),
            (text, FOREIGN),
            (other, FOREIGN),
            (scratched, DAMAGED),
        ] {
            fs::write(&path, &bytes)?;
            let said = refusal(folder.path()).await;
            assert!(said.contains(expected), "{said}");
            assert_eq!(fs::read(&path)?, bytes, "a file that is not ours was changed");
        }
        fs::write(&path, &whole)?;
        assert_eq!(refusal(folder.path()).await, "it was opened");
        Ok(())
    })
}

#[test]
fn newer_databases_are_left_alone() -> Tested {
    let folder = tempfile::tempdir()?;
    wait(async {
        filled(folder.path()).await?;
        let path = SqliteProjects::path(folder.path());
        let mut connection = sqlx::SqliteConnection::connect(&path.to_string_lossy()).await?;
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                     VALUES (9999, 'later', 1, x'00', 0)";
        connection.execute(newer).await?;
        connection.close().await?;
        let said = refusal(folder.path()).await;
        assert!(said.contains("was written by another version of firstframe: update this program"), "{said}");
        Ok(())
    })
}

#[test]
fn a_folder_that_is_none_is_told() -> Tested {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("file");
    fs::write(&file, "")?;
    fs::create_dir_all(folder.path().join("data/projects.db"))?;
    wait(async {
        for data in [file, folder.path().join("data")] {
            let said = refusal(&data).await;
            assert!(said.contains("cannot be opened: check that its folder is one and is yours"), "{said}");
        }
        Ok(())
    })
}

#[test]
fn a_picture_that_was_damaged_is_told() -> Tested {
    let folder = tempfile::tempdir()?;
    wait(async {
        let store = SqliteProjects::open(folder.path()).await?;
        let asset = store.keep("logo.gif", b"GIF89a-logo".to_vec(), Timestamp::from_millis(1)).await?;
        let path = folder.path().join("assets").join(asset.id.as_str());
        fs::write(&path, "GIF89a-logi")?;
        let said = store.picture(&asset.id).await.map_or_else(|error| error.to_string(), |_| String::new());
        assert!(said.contains("is damaged: upload `logo.gif` again"), "{said}");
        fs::remove_file(&path)?;
        store.keep("logo.gif", b"GIF89a-logo".to_vec(), Timestamp::from_millis(2)).await?;
        assert_eq!(store.picture(&asset.id).await?, b"GIF89a-logo");
        assert_eq!(fs::read_dir(folder.path().join("assets"))?.count(), 1, "something is left over");
        Ok(())
    })
}
