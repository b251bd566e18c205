//! Projects at the command line, and what a command without one leaves alone.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value as Json, json};
use tempfile::{TempDir, tempdir};

type Tested = Result<(), Box<dyn Error>>;

/// A folder of projects, and the program that works on it.
struct Place(TempDir);

impl Place {
    fn new() -> Result<Self, Box<dyn Error>> {
        Ok(Self(tempdir()?))
    }

    fn run(&self, args: &[&str]) -> Result<Output, Box<dyn Error>> {
        run_in(self.0.path(), args)
    }

    /// The standard output of a command that has to succeed.
    fn out(&self, args: &[&str]) -> Result<String, Box<dyn Error>> {
        let output = self.run(args)?;
        assert!(output.status.success(), "{args:?}: {}", err(&output));
        Ok(String::from_utf8(output.stdout)?)
    }

    fn json(&self, args: &[&str]) -> Result<Json, Box<dyn Error>> {
        Ok(serde_json::from_str(&self.out(args)?)?)
    }

    /// What a command that has to fail says.
    fn refusal(&self, args: &[&str]) -> Result<String, Box<dyn Error>> {
        let output = self.run(args)?;
        assert_eq!(output.status.code(), Some(1), "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
        Ok(err(&output))
    }
}

fn run_in(data: &Path, args: &[&str]) -> Result<Output, Box<dyn Error>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstframe"));
    Ok(command.args(args).env("FIRSTFRAME_DATA", data).env("USER", "anna").stdin(Stdio::null()).output()?)
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const TITLE: &str = "title card 'Moss' in teal, 4 seconds";

#[test]
fn a_project_from_its_beginning_to_its_end() -> Tested {
    let place = Place::new()?;
    assert!(place.out(&["project", "list"])?.starts_with("no project yet"));
    assert!(place.out(&["project", "new", "launch film"])?.starts_with("✓ made launch film"));
    let made = place.run(&["generate", "--project", "launch film", TITLE])?;
    assert!(String::from_utf8_lossy(&made.stdout).starts_with("import "));
    assert_eq!(err(&made), "✓ launch film: added scene `title-card`  revision 1\n");
    let script = "first a title card \"Fern\", then a counter from 0 to 9";
    let json = place.json(&["generate", "--project", "Launch Film", script, "--json"])?;
    assert_eq!(json["project"]["revision"], 2);
    assert_eq!(json["project"]["changes"].as_array().map(Vec::len), Some(2));
    let shown = place.out(&["project", "show", "launch film"])?;
    for part in ["3 scenes, 12 s", "revision 2", "1  title-card ", "2  title-card 2", "3  counter "] {
        assert!(shown.contains(part), "`{part}` is missing in\n{shown}");
    }
    assert!(place.out(&["project", "undo", "launch film"])?.contains("undid revision 2"));
    assert_eq!(place.json(&["project", "list", "--json"])?[0]["scenes"], 1);
    assert!(place.out(&["project", "redo", "launch film"])?.contains("redid revision 2"));
    assert_eq!(place.json(&["project", "show", "launch film", "--json"])?["project"]["scenes"][2]["name"], "counter");
    let history = place.out(&["project", "history", "launch film"])?;
    assert!(history.contains("1  just now  anna  added scene `title-card`"), "{history}");
    assert_eq!(history.lines().count(), 4);
    assert!(place.out(&["project", "delete", "launch film"])?.contains("`project undo` brings it back"));
    assert!(place.out(&["project", "list"])?.starts_with("no project yet"));
    assert!(place.out(&["project", "list", "--deleted"])?.contains("launch film"));
    assert!(place.out(&["project", "undo", "launch film"])?.contains("undid revision 5"));
    assert!(place.out(&["project", "list"])?.contains("launch film  3 scenes  12 s  revision 6"));
    Ok(())
}

#[test]
fn a_project_becomes_code_that_is_not_written_over_unasked() -> Tested {
    let place = Place::new()?;
    place.out(&["project", "new", "film"])?;
    let folder = place.0.path().join("code/film");
    let folder = folder.to_string_lossy();
    let write = ["project", "code", "film", "-o", &folder];
    assert!(place.refusal(&write)?.contains("`film` has no scenes yet: add one first"));
    for request in ["title card 'Moss', 2s", "counter from 0 to 100, 3s, square"] {
        place.out(&["generate", "--project", "film", request])?;
    }
    assert!(place.out(&write)?.contains("2 scenes of film, 5 s"));
    let file = format!("{folder}/Film.tsx");
    let main = fs::read_to_string(&file)?;
    assert!(main.contains("<TitleCard {...titleCardProps} />"), "{main}");
    assert!(fs::read_to_string(format!("{folder}/scenes/Counter.tsx"))?.contains("width: 1920, height: 1080}"));
    assert!(place.out(&write)?.starts_with("✓ wrote"), "the same may be written again");
    fs::write(&file, "mine")?;
    let refused = place.refusal(&write)?;
    assert!(refused.contains("Film.tsx` is there already and says something else"), "{refused}");
    assert_eq!(fs::read_to_string(&file)?, "mine");
    let json = place.json(&["project", "code", "film", "-o", &folder, "--replace", "--json"])?;
    assert_eq!(json["files"], json!(["Film.tsx", "scenes/TitleCard.tsx", "scenes/Counter.tsx"]));
    assert_eq!((&json["meta"]["durationInFrames"], &json["broken"]), (&json!(150), &json!([])));
    assert_eq!(fs::read_to_string(&file)?, main);
    Ok(())
}

#[test]
fn what_is_exported_is_imported_elsewhere() -> Tested {
    let (here, there) = (Place::new()?, Place::new()?);
    let file = here.0.path().join("film.jsonl").to_string_lossy().into_owned();
    here.out(&["project", "new", "film"])?;
    here.out(&["generate", "--project", "film", TITLE])?;
    here.out(&["project", "undo", "film"])?;
    here.out(&["project", "export", "film", "-o", &file])?;
    assert!(there.out(&["project", "import", &file])?.starts_with("✓ took in film  0 scenes, revision 2"));
    there.out(&["project", "redo", "film"])?;
    let scenes = |place: &Place, name: &str| -> Result<Json, Box<dyn Error>> {
        Ok(place.json(&["project", "show", name, "--json"])?["project"]["scenes"].clone())
    };
    here.out(&["project", "redo", "film"])?;
    assert_eq!(scenes(&here, "film")?, scenes(&there, "film")?);
    let taken = there.refusal(&["project", "import", &file])?;
    assert!(taken.contains("`--name` gives it another one; nothing was imported"), "{taken}");
    assert_eq!(there.json(&["project", "import", &file, "--name", "copy", "--json"])?["name"], "copy");
    let damaged = fs::read_to_string(&file)?.replace("teal", "neon");
    fs::write(&file, damaged)?;
    let refused = there.refusal(&["project", "import", &file, "--name", "other"])?;
    assert!(refused.contains("film.jsonl:2: the checksum does not hold"), "{refused}");
    fs::write(&file, [b"x\n".as_slice(), &[0xff]].concat())?;
    let refused = there.refusal(&["project", "import", &file])?;
    assert!(
        refused.contains("film.jsonl:2: expected a file that `firstframe project export` has written"),
        "{refused}"
    );
    assert_eq!(there.json(&["project", "list", "--json"])?.as_array().map(Vec::len), Some(2));
    Ok(())
}

#[test]
fn what_is_not_there_is_told_with_what_to_do() -> Tested {
    let place = Place::new()?;
    place.out(&["project", "new", "film"])?;
    for (args, expected) in [
        (&["project", "show", "flim"][..], "there is no project `flim`"),
        (&["generate", "--project", "flim", TITLE], "`firstframe project new` makes one"),
        (&["project", "new", "FILM"], "there is a project `FILM` already: choose another name"),
        (&["project", "new", ""], "the name `` is empty"),
        (&["project", "undo", "film"], "there is nothing to undo in `film`"),
        (&["project", "redo", "film"], "there is nothing to redo in `film`"),
        (&["project", "import", "/nowhere.jsonl"], "`/nowhere.jsonl` cannot be read"),
    ] {
        let said = place.refusal(args)?;
        assert!(said.contains(expected), "{args:?} says {said}");
    }
    let refused = place.run(&["generate", "--project", "film", "a penguin on roller skates"])?;
    assert_eq!(refused.status.code(), Some(3));
    assert_eq!(place.json(&["project", "show", "film", "--json"])?["revision"], 0);
    Ok(())
}

#[test]
fn a_project_remembers_what_the_person_stated() -> Tested {
    let place = Place::new()?;
    place.out(&["project", "new", "film"])?;
    let unknown = place.refusal(&["generate", "--project", "film", "title card 'Moss' in our brand colours"])?;
    assert!(unknown.contains("nothing is known about `brand-colours` in `film` yet: say it first"), "{unknown}");
    let told = place.run(&["generate", "--project", "film", "our brand colours are #123456 and gold"])?;
    assert_eq!(err(&told), "✓ film: remembered brand-colours: #123456, gold  revision 1\n");
    assert!(told.status.success() && told.stdout.is_empty());
    let json = place.json(&["generate", "--project", "film", "use our brand colours. title card 'Moss'", "--json"])?;
    let params = json!({"title": "Moss", "background": "#123456", "accent": "gold"});
    assert_eq!(json["scenes"][0]["params"], params);
    let stated = "title card 'Fern', white background, in our brand colours. Our company is called Acme";
    let json = place.json(&["generate", "--project", "film", stated, "--json"])?;
    assert_eq!(json["scenes"][0]["params"]["background"], "white");
    assert_eq!(json["scenes"][0]["params"]["accent"], "gold");
    assert_eq!(json["project"]["changes"][0]["fact"]["values"], json!(["Acme"]));
    let json = place.json(&["generate", "--project", "film", "logo reveal for our company name", "--json"])?;
    assert!(json["scenes"][0]["params"].to_string().contains("Acme"), "{}", json["scenes"][0]["params"]);
    let shown = place.out(&["project", "show", "film"])?;
    assert!(shown.contains("remembered: brand-colours #123456, gold"), "{shown}");
    for _ in 0..4 {
        place.out(&["project", "undo", "film"])?;
    }
    assert!(!place.out(&["project", "show", "film"])?.contains("remembered"));
    Ok(())
}

#[test]
fn a_request_without_a_project_opens_nothing() -> Tested {
    let home = tempdir()?;
    // A file where the folder should be: whoever opens it fails.
    let data = home.path().join("data");
    fs::write(&data, "no folder")?;
    let failed = run_in(&data, &["project", "list"])?;
    assert_eq!(failed.status.code(), Some(1));
    assert!(err(&failed).contains("or name another one with `--data`"), "{}", err(&failed));
    for args in [&["generate", TITLE][..], &["generate", "--fresh", TITLE], &["route", TITLE]] {
        let output = run_in(&data, args)?;
        assert!(output.status.success(), "{args:?}: {}", err(&output));
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstframe"));
    let command = command.args(["generate", TITLE]).env_remove("FIRSTFRAME_DATA").env_remove("XDG_DATA_HOME");
    assert!(command.env("HOME", home.path()).output()?.status.success());
    assert_eq!(fs::read_dir(home.path())?.count(), 1, "something was made in the home folder");
    Ok(())
}

/// A project of a title, a chart and a quote.
fn three_scenes() -> Result<Place, Box<dyn Error>> {
    let place = Place::new()?;
    place.out(&["project", "new", "film"])?;
    for prompt in [TITLE, "bar chart of Jan 30, Feb 35 titled 'Sales'", "quote 'Measure twice.' by Ines"] {
        place.out(&["generate", "--project", "film", prompt])?;
    }
    Ok(place)
}

#[test]
fn a_request_changes_what_is_there() -> Tested {
    let place = three_scenes()?;
    let changed =
        place.run(&["generate", "--project", "film", "delete scene 3 and make the background of scene 2 navy"])?;
    assert_eq!(
        err(&changed),
        "✓ film  revision 4\n  scene 2 `bar-chart`: background #0b0d12 → navy\n  scene 3 `quote`: deleted\n"
    );
    assert!(changed.stdout.is_empty() && changed.status.success());
    let json = place.json(&["generate", "--project", "film", "make scene 1 3 seconds", "--json"])?;
    assert_eq!(json["decision"]["plan"][0]["op"], "trim");
    assert_eq!(json["told"][0]["text"], "scene 1 `title-card`: 4 s → 3 s");
    assert_eq!(json["told"][0]["to"], 3);
    assert!(json["changed"][0]["code"].as_str().is_some_and(|code| code.contains("durationInFrames: 90")));
    assert_eq!(json["project"]["revision"], 5);
    let same = place.run(&["generate", "--project", "film", "make scene 1 3 seconds"])?;
    assert_eq!(err(&same), "  scene 1 `title-card`: nothing changes: it lasts 3 s already\n");
    let undone = place.run(&["generate", "--project", "film", "undo"])?;
    assert!(err(&undone).contains("undo: the last change"), "{}", err(&undone));
    let asked = place.run(&["generate", "--project", "film", "delete scene 9"])?;
    assert!(err(&asked).contains("there is no scene 9"), "{}", err(&asked));
    let history = place.out(&["project", "history", "film"])?;
    assert!(history.contains("scene 1 `title-card`: 4 s → 3 s"), "{history}");
    Ok(())
}

#[test]
fn changes_in_json_are_made_or_refused_as_a_whole() -> Tested {
    let place = three_scenes()?;
    let file = place.0.path().join("changes.json");
    let path = file.to_string_lossy().into_owned();
    let apply = ["project", "apply", "film", "--ops", &path];
    fs::write(
        &file,
        r#"[{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}, {"op": "delete", "scene": 1}]"#,
    )?;
    let said = place.out(&apply)?;
    assert!(
        said.starts_with("✓ film  revision 4\n  scene 1 `title-card`: deleted\n  scene 2 `bar-chart`: accent "),
        "{said}"
    );
    fs::write(&file, r#"[{"op": "delete", "scene": 1}, {"op": "set", "scene": 2, "param": "acent", "value": "red"}]"#)?;
    let refused = place.refusal(&apply)?;
    assert!(refused.contains("scene 2 `quote`: there is no parameter `acent`: did you mean `accent`?"), "{refused}");
    assert_eq!(place.json(&["project", "show", "film", "--json"])?["revision"], 4);
    fs::write(&file, r#"{"op": "explode"}"#)?;
    let unread = place.run(&apply)?;
    assert_eq!(unread.status.code(), Some(2), "{}", err(&unread));
    assert!(err(&unread).contains("unknown variant `explode`"), "{}", err(&unread));
    fs::write(&file, r#"{"op": "set", "scene": 1, "param": "accent", "value": "crimson"}"#)?;
    assert_eq!(
        place.out(&apply)?,
        "nothing has changed in film\n  scene 1 `bar-chart`: nothing changes: `accent` is crimson already\n"
    );
    Ok(())
}
