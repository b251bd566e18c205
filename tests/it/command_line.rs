//! The program as people and other programs use it: what it prints where, and how it ends.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::tempdir;

type Tested = Result<(), Box<dyn std::error::Error>>;

const TITLE: &str = "title card \"Launch Day\", 4 seconds, vertical";

fn firstframe(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstframe"));
    command.args(args);
    command
}

fn run(args: &[&str]) -> Result<Output, std::io::Error> {
    firstframe(args).stdin(Stdio::null()).output()
}

fn run_with(args: &[&str], input: &[u8]) -> Result<Output, Box<dyn std::error::Error>> {
    let mut child = firstframe(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let sent = child.stdin.take().map(|mut stdin| stdin.write_all(input));
    // A program that has seen enough closes its input; what it says counts, not that the rest was not read.
    drop(sent);
    Ok(child.wait_with_output()?)
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn generate_prints_the_scene_and_nothing_else() -> Tested {
    let output = run(&["generate", TITLE])?;
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).starts_with("import "), "{}", out(&output));
    for part in ["title: 'Launch Day'", "durationInFrames: 120", "width: 1080", "export default function TitleCard"] {
        assert!(out(&output).contains(part), "`{part}` is missing");
    }
    assert_eq!(err(&output), "");
    Ok(())
}

#[test]
fn generate_takes_the_prompt_from_standard_input() -> Tested {
    let output = run_with(&["generate", "-"], TITLE.as_bytes())?;
    assert!(out(&output).contains("title: 'Launch Day'"), "{}", err(&output));
    Ok(())
}

#[test]
fn generate_writes_a_file_or_into_a_folder() -> Tested {
    let folder = tempdir()?;
    let file = folder.path().join("scene.tsx");
    assert!(run(&["generate", TITLE, "-o", &file.to_string_lossy()])?.status.success());
    assert!(run(&["generate", TITLE, "-o", &folder.path().to_string_lossy()])?.status.success());
    assert_eq!(fs::read(&file)?, fs::read(folder.path().join("title-card.tsx"))?);
    assert_eq!(fs::read_dir(folder.path())?.count(), 2, "something is left over");
    Ok(())
}

#[test]
fn generate_numbers_the_scenes_of_a_script() -> Tested {
    const SCRIPT: &str = "first a title card \"Moss\", then a counter from 0 to 9, finally my cat in a tub";
    let folder = tempdir()?;
    let output = run(&["generate", SCRIPT, "-o", &folder.path().to_string_lossy()])?;
    assert_eq!(output.status.code(), Some(3));
    assert!(err(&output).contains("no template shows scene 3"), "{}", err(&output));
    let mut files: Vec<_> =
        fs::read_dir(folder.path())?.map(|file| file.map(|file| file.file_name())).collect::<Result<_, _>>()?;
    files.sort();
    assert_eq!(files, ["1-title-card.tsx", "2-counter.tsx"]);
    let whole = run(&["generate", "a counter to 5, then confetti"])?;
    assert!(out(&whole).starts_with("// scene 1 of 2: counter\n"), "{}", out(&whole));
    let explained = out(&run(&["route", "--explain", "a counter to 5, then confetti. teal, 3s each"])?);
    assert!(explained.contains("for all, from `3s`"), "{explained}");
    Ok(())
}

#[test]
fn generate_writes_whole_files_or_none() -> Tested {
    let folder = tempdir()?;
    let missing = folder.path().join("not").join("there.tsx");
    let output = run(&["generate", TITLE, "-o", &missing.to_string_lossy()])?;
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("cannot be written: check that its folder is there"), "{}", err(&output));
    assert_eq!(fs::read_dir(folder.path())?.count(), 0);
    Ok(())
}

#[test]
fn generate_for_players_in_the_browser_takes_globals() -> Tested {
    let code = out(&run(&["generate", TITLE, "--globals"])?);
    assert!(code.contains("window.Remotion;"), "{code}");
    assert!(!code.contains("from 'remotion'"), "{code}");
    Ok(())
}

#[test]
fn generate_json_has_code_params_decision_and_times() -> Tested {
    let json: serde_json::Value = serde_json::from_str(&out(&run(&["generate", TITLE, "--json"])?))?;
    assert_eq!(json["scenes"][0]["template"], "title-card");
    assert_eq!(json["scenes"][0]["params"]["title"], "Launch Day");
    assert_eq!(json["decision"]["plan"][0]["op"], "add");
    assert!(json["stages"]["route"].is_number());
    assert!(json["scenes"][0]["code"].as_str().is_some_and(|code| code.contains("export default")));
    Ok(())
}

#[test]
fn the_format_option_wins_over_the_request() -> Tested {
    let code = out(&run(&["generate", TITLE, "--format", "square"])?);
    assert!(code.contains("width: 1080") && code.contains("height: 1080"), "{code}");
    Ok(())
}

#[test]
fn a_picture_of_a_file_goes_into_the_scene() -> Tested {
    let folder = tempdir()?;
    let picture = folder.path().join("field.svg");
    let padding = " ".repeat(40_000);
    fs::write(&picture, format!("<svg xmlns='http://www.w3.org/2000/svg'>{padding}</svg>"))?;
    let prompt = "title card 'Harvest' with this picture behind it";
    let code = out(&run(&["generate", prompt, "--image", &picture.to_string_lossy()])?);
    assert!(code.contains("backgroundImage:") && code.contains("'data:image/svg+xml;base64,PHN2Zy"), "{code}");
    let code = out(&run(&["generate", prompt, "--image", "https://x.example/field.jpg"])?);
    assert!(code.contains("'https://x.example/field.jpg'"), "{code}");
    for (picture, part) in [("gone.png", "the picture `gone.png` cannot be read"), ("notes.txt", "is no picture")] {
        let output = run(&["generate", prompt, "--image", picture])?;
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(part), "{}", err(&output));
    }
    Ok(())
}

#[test]
fn what_no_template_shows_names_the_nearest_and_exits_with_3() -> Tested {
    let output = run(&["generate", "bar chart race of the biggest ports, counter in the corner"])?;
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(out(&output), "");
    let said = err(&output);
    assert!(said.contains("bar-chart, but `chart race`") && said.contains("line-chart, but"), "{said}");
    let nothing = err(&run(&["generate", "draw a whale that sings"])?);
    assert_eq!(nothing.matches("nearest: ").count(), 2, "{nothing}");
    Ok(())
}

#[test]
fn wrong_usage_exits_with_2_and_says_what_was_expected() -> Tested {
    for (args, part) in [
        (&["generate"][..], "PROMPT"),
        (&["generate", TITLE, "--fromat", "square"], "--format"),
        (&["generate", TITLE, "--format", "round"], "landscape, portrait, square"),
        (&["generate", ""], "the request is empty"),
        (&["generate", "   \n"], "the request is empty"),
        (&["route", TITLE, "--jsonl"], "cannot be used with"),
        (&["templates"], "Usage"),
    ] {
        let output = run(args)?;
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(err(&output).contains(part), "{args:?}: {}", err(&output));
    }
    Ok(())
}

#[test]
fn too_much_and_no_text_are_refused_with_a_sentence() -> Tested {
    let long = run_with(&["generate", "-"], "a very long request ".repeat(60_000).as_bytes())?;
    assert_eq!(long.status.code(), Some(2));
    assert!(err(&long).contains("and at most 16384 are taken"), "{}", err(&long));
    let bytes = run_with(&["generate", "-"], b"title card \xff\xfe")?;
    assert_eq!(bytes.status.code(), Some(2));
    assert!(err(&bytes).contains("is not UTF-8 from byte 11 on"), "{}", err(&bytes));
    Ok(())
}

#[test]
fn characters_that_could_deceive_are_escaped_in_the_code() -> Tested {
    let output = run_with(&["generate", "-"], "title card \"a\u{202e}b\u{0}\u{7}c\"".as_bytes())?;
    let code = out(&output);
    assert!(code.contains("\\u202E") || code.contains("\\u202e"), "{code}");
    assert!(!code.contains('\u{202e}') && !code.contains('\u{7}'));
    Ok(())
}

#[test]
fn jsonl_answers_every_line_in_order() -> Tested {
    let input = concat!(
        r#"{"id": "a", "prompt": "counter from 0 to 100"}"#,
        "\n\n",
        r#"{"id": 2, "prompt": "draw a whale that sings"}"#,
        "\n",
        r#"{"id": "c", "prompt": ""}"#,
        "\n",
        r#"{"id": "d", "prompt": "let it sing", "project": [{"name": "Intro", "template": "title-card", "params": {"title": "A"}}, {"name": "Map", "code": "x", "manifest": [], "params": {}}]}"#,
        "\n",
    );
    let output = run_with(&["route", "--jsonl"], input.as_bytes())?;
    assert!(output.status.success(), "{}", err(&output));
    let answers: Vec<serde_json::Value> = out(&output).lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let seen: Vec<(String, &str)> = answers
        .iter()
        .map(|answer| (answer["id"].to_string(), answer["plan"][0]["op"].as_str().unwrap_or_default()))
        .collect();
    let expected = [("\"a\"", "add"), ("2", "model"), ("\"c\"", "ask"), ("\"d\"", "model")];
    assert_eq!(seen, expected.map(|(id, op)| (id.to_owned(), op)));
    assert_eq!(answers[0]["plan"][0]["params"], serde_json::json!({"from": 0, "to": 100}));
    assert!(answers.iter().all(|answer| answer["micros"].is_number() && answer["reason"].is_string()));
    Ok(())
}

#[test]
fn jsonl_names_the_line_that_is_no_request() -> Tested {
    let output = run_with(&["route", "--jsonl"], b"{\"id\": 1, \"prompt\": \"title card 'A'\"}\nnot json\n")?;
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("line 2 of standard input is no request"), "{}", err(&output));
    assert_eq!(out(&output).lines().count(), 1, "what was answered before is lost");
    Ok(())
}

#[test]
fn explain_shows_what_was_read_from_which_words() -> Tested {
    let text = out(&run(&["route", "--explain", "bar chart of Q1 10, Q2 20 titled 'Revenue' in teal"])?);
    for part in ["bar-chart", "title = \"Revenue\"", "from `'Revenue'`", "accent = \"teal\""] {
        assert!(text.contains(part), "`{part}` is missing in\n{text}");
    }
    Ok(())
}

#[test]
fn templates_are_listed_shown_and_rendered() -> Tested {
    let list = out(&run(&["templates", "list"])?);
    assert!(list.contains("title-card") && list.contains("gradient-background"), "{list}");
    let shown = out(&run(&["templates", "show", "bar-chart"])?);
    assert!(shown.contains("series") && shown.contains("Say for example"), "{shown}");
    let unknown = run(&["templates", "show", "bar-chrat"])?;
    assert!(err(&unknown).contains("did you mean `bar-chart`?"), "{}", err(&unknown));
    let code = out(&run(&["templates", "render", "counter", "--params", "{\"to\": 42}"])?);
    assert!(code.contains("to: 42"), "{code}");
    Ok(())
}

#[test]
fn a_broken_folder_of_assets_says_everything_that_is_wrong_with_it() -> Tested {
    let folder = tempdir()?;
    let write = |path: &str, text: &str| -> std::io::Result<()> {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        fs::write(path, text)
    };
    write("templates/greeting/template.yaml", "id: greting\nname: Greeting\ncategry: text\n")?;
    write("templates/greeting/scene.tsx", "export const meta = {= meta =};\n")?;
    let output = run(&["--assets", &folder.path().to_string_lossy(), "templates", "list"])?;
    assert_eq!(output.status.code(), Some(1));
    let said = err(&output);
    for part in
        ["greeting/template.yaml:1:", "unknown key `categry`", "did you mean `category`?", "missing key `shows`"]
    {
        assert!(said.contains(part), "`{part}` is missing in\n{said}");
    }
    let nowhere = run(&["--assets", "/nowhere/at/all", "templates", "list"])?;
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(err(&nowhere).contains("/nowhere/at/all"), "{}", err(&nowhere));
    Ok(())
}

#[test]
fn preview_says_what_is_missing() -> Tested {
    let folder = tempdir()?;
    let output = firstframe(&["preview", TITLE]).env("FIRSTFRAME_STUDIO", folder.path()).output()?;
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("run `npm ci` in"), "{}", err(&output));
    let output = run(&["preview", "not-there.tsx"])?;
    assert!(err(&output).contains("there is no file `not-there.tsx`"), "{}", err(&output));
    Ok(())
}

#[test]
fn help_teaches() -> Tested {
    for args in [&["--help"][..], &["generate", "--help"], &["route", "--help"], &["preview", "--help"]] {
        let output = run(args)?;
        assert!(output.status.success());
        assert!(out(&output).lines().count() > 10, "{}", out(&output));
    }
    Ok(())
}

#[test]
fn a_new_template_passes_the_check_at_once() -> Tested {
    let folder = tempdir()?;
    let library = folder.path().to_string_lossy().into_owned();
    let at = |args: &[&str]| run(&[&["--assets", &library], args].concat());
    let begun = at(&["templates", "new", "neon-zebra"])?;
    assert!(begun.status.success(), "{}", err(&begun));
    assert!(out(&begun).contains("templates check"), "{}", out(&begun));
    let like = at(&["templates", "new", "market-stall", "--like", "bar-chart"])?;
    assert!(like.status.success(), "{}", err(&like));
    let checked = at(&["templates", "check"])?;
    assert!(checked.status.success(), "{}{}", out(&checked), err(&checked));
    let code = out(&at(&["generate", "neon zebra saying 'Hello', in teal"])?);
    assert!(code.contains("export default function NeonZebra") && code.contains("title: 'Hello'"), "{code}");
    assert!(!code.contains("arrive` goes"), "remarks stay behind: {code}");
    let code = out(&at(&["generate", "make a market stall"])?);
    assert!(code.contains("export default function MarketStall"), "{code}");
    Ok(())
}

#[test]
fn a_new_template_overwrites_nothing() -> Tested {
    let folder = tempdir()?;
    let library = folder.path().to_string_lossy().into_owned();
    let new = |args: &[&str]| run(&[&["--assets", &library, "templates", "new"], args].concat());
    assert!(new(&["neon-zebra"])?.status.success());
    for (args, part) in [
        (&["neon-zebra"][..], "is there already: take another id"),
        (&["Neon Zebra"], "expected lower-case words with hyphens"),
        (&["zebra", "--like", "bar-chrat"], "did you mean `bar-chart`?"),
    ] {
        let output = new(args)?;
        assert_eq!(output.status.code(), Some(1));
        assert!(err(&output).contains(part), "{}", err(&output));
    }
    Ok(())
}

#[test]
fn only_files_are_watched() -> Tested {
    for (args, part) in [
        (&["preview", "--watch", TITLE][..], "`--watch` looks at files"),
        (&["preview", "--watch", "--template", "title-card"], "name the folder of yours with `--assets DIR`"),
        (&["preview", "--template", "title-card", TITLE], "cannot be used with"),
    ] {
        let output = run(args)?;
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        assert!(err(&output).contains(part), "{}", err(&output));
    }
    Ok(())
}
