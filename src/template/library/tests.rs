use serde_json::json;

use super::*;
use crate::template::cases;

const MANIFEST: &str = "\
id: greeting
name: Greeting
category: text
shows: a greeting
component: Greeting
duration: 4
variants: 2
main: title
defaults: {animation: slide, exit: none}
motion: {entrance: 0.9, stagger: 0.1, exit: 0.4}
params:
  title: {type: text, required: true, sample: Hello}
  left_items: {type: list}
  style: {type: choice, of: [plain, framed], default: plain}
without: [logo]
";

const SCENE: &str = "\
export const meta = {= meta =};

export const defaultProps = {= props =};

type Props = typeof defaultProps;

const LENGTH = 4;

export default function Greeting(props: Props) {
  const {title, palette} = props;
  return (
    <AbsoluteFill style={{backgroundColor: palette.background}}>
      <# One look is framed. #>
<% if style == \"framed\" and variant == 2 %>
      <div style={{border: `1px solid ${palette.accent}`}}>{title}</div>
<% else %>
      <div>{title}</div>
<% endif %>
<% if has.left_items %>
      {props.leftItems.map((item) => (
        <div key={item}>{item}</div>
      ))}
<% endif %>
      <div style={{opacity: unit(LENGTH) * arrive(1, props)}} />
    </AbsoluteFill>
  );
}

<% include \"_parts/look.tsx\" %>

<% include \"_parts/unit.tsx\" %>
";

const LOOK: &str = "<% if backdrop == \"gradient\" and has.headline %>
const never = 1;
<% endif %>
const arrive = (age: number, {palette, heading, size, motion}: Props) =>
  heading.fontWeight + size + motion.entrance * age * Number(palette.text);
";

const UNIT: &str = "const unit = (x: number) => x / 4;\n\nconst unused = () => unit(2);\n";

fn assets(changes: &[(&'static str, String)]) -> Assets {
    let files = [
        ("templates/greeting/template.yaml", MANIFEST.to_owned()),
        ("templates/greeting/scene.tsx", SCENE.to_owned()),
        ("templates/_parts/look.tsx", LOOK.replace(" and has.headline", "")),
        ("templates/_parts/unit.tsx", UNIT.to_owned()),
    ];
    Assets::from_texts(files.into_iter().chain(changes.iter().cloned()))
}

fn rendered(library: &Library, params: Json) -> Result<Rendered> {
    let params = if let Json::Object(params) = params { params } else { Map::new() };
    library.render(&library.fit("greeting", &params)?, Options::default())
}

fn told<T>(result: Result<T>) -> String {
    let Err(error) = result else { return "nothing wrong".to_owned() };
    let shown = error.diagnostics().iter().map(ToString::to_string);
    std::iter::once(error.to_string()).chain(shown).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_scene_is_structure_and_data() -> Result<()> {
    let library = Library::load(&assets(&[]))?;
    let made = rendered(&library, json!({"left_items": ["a", "it's"], "format": "portrait", "speed": "fast"}))?;
    insta::assert_snapshot!(made.scene.code(), @r#"
    import {AbsoluteFill} from 'remotion';

    export const meta = {id: 'greeting', durationInFrames: 120, fps: 30, width: 1080, height: 1920};

    export const defaultProps = {
      title: 'Hello',
      leftItems: ['a', "it's"],
      palette: {background: '#0b0d12', text: '#f4f6fa'},
      heading: {fontFamily: 'Inter, sans-serif', fontWeight: 700, letterSpacing: '-0.025em'},
      size: 112,
      motion: {entrance: 0.6},
    };

    type Props = typeof defaultProps;

    const LENGTH = 4;

    export default function Greeting(props: Props) {
      const {title, palette} = props;
      return (
        <AbsoluteFill style={{backgroundColor: palette.background}}>
          <div>{title}</div>
          {props.leftItems.map((item) => (
            <div key={item}>{item}</div>
          ))}
          <div style={{opacity: unit(LENGTH) * arrive(1, props)}} />
        </AbsoluteFill>
      );
    }

    const arrive = (age: number, {palette, heading, size, motion}: Props) =>
      heading.fontWeight + size + motion.entrance * age * Number(palette.text);

    const unit = (x: number) => x / 4;
    "#);
    insta::assert_snapshot!(made.structure, @"backdrop=light style=plain variant=1 has.left_items");
    insta::assert_snapshot!(made.notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"), @"`title` is sample content: say what it should be");
    Ok(())
}

#[test]
fn structure_is_only_what_the_scene_asks_for() -> Result<()> {
    let library = Library::load(&assets(&[]))?;
    for (params, structure) in [
        (json!({"title": "a"}), "backdrop=light style=plain variant=1"),
        (json!({"title": "b", "theme": "ocean", "size": 2, "accent": "red"}), "backdrop=light style=plain variant=1"),
        (json!({"style": "Framed", "variant": 4}), "backdrop=light style=framed variant=2"),
        (
            json!({"left_items": ["x"], "background": "navy to red"}),
            "backdrop=gradient style=plain variant=1 has.left_items",
        ),
    ] {
        assert_eq!(rendered(&library, params)?.structure, structure);
    }
    assert_eq!(library.template("greeting")?.skeletons.read().map(|all| all.len()).unwrap_or_default(), 3);
    Ok(())
}

#[test]
fn a_default_is_not_something_that_was_asked_for() -> Result<()> {
    let scene = SCENE.replace("style == \"framed\" and", "has.align or has.font or");
    let manifest = MANIFEST.replace("exit: none", "exit: none, align: left");
    let changes = [("templates/greeting/scene.tsx", scene), ("templates/greeting/template.yaml", manifest)];
    let library = Library::load(&assets(&changes))?;
    assert_eq!(rendered(&library, json!({}))?.structure, "backdrop=light variant=1");
    assert_eq!(rendered(&library, json!({"align": "left"}))?.structure, "backdrop=light variant=1 has.align");
    let changes = changes.map(|(path, text)| (path, text.replace("align: left", "font: mono")));
    let library = Library::load(&assets(&changes))?;
    assert_eq!(rendered(&library, json!({}))?.structure, "backdrop=light variant=1 has.font");
    Ok(())
}

#[test]
fn text_that_is_put_to_a_side_is_set_against_it() -> Result<()> {
    let scene = SCENE.replace("style == \"framed\" and", "align == \"right\" and");
    let library = Library::load(&assets(&[("templates/greeting/scene.tsx", scene)]))?;
    for (params, align) in [
        (json!({"position": "bottom-right"}), "align=right"),
        (json!({"position": "left"}), "align=left"),
        (json!({"position": "left", "align": "right"}), "align=right"),
        (json!({"position": "top"}), "align=center"),
    ] {
        let structure = rendered(&library, params)?.structure;
        assert!(structure.contains(align), "{structure}");
    }
    Ok(())
}

#[test]
fn no_motion_takes_no_time_at_all() -> Result<()> {
    let library = Library::load(&assets(&[]))?;
    let made = rendered(&library, json!({"title": "Demo", "entrance": 0}))?;
    assert_eq!(made.props["motion"]["entrance"], json!(0.01));
    Ok(())
}

#[test]
fn what_is_named_goes_into_the_data() -> Result<()> {
    let library = Library::load(&assets(&[]))?;
    let params = json!({
        "title": "Demo", "duration": 8, "fps": 24, "background": "white", "font": "Futura", "weight": "light",
        "spacing": "wide", "size": "large", "font_size": 120, "entrance": 1, "stagger": 7, "easing": "ease-in",
        "background_image": "https://x.example/a.png"
    });
    let made = rendered(&library, params)?;
    let code = made.scene.code();
    let start = code.find("export const meta").unwrap_or_default();
    let end = code.find("const LENGTH").unwrap_or(code.len());
    insta::assert_snapshot!(&code[start..end], @r"
    export const meta = {id: 'greeting', durationInFrames: 192, fps: 24, width: 1920, height: 1080};

    export const defaultProps = {
      title: 'Demo',
      palette: {background: '#ffffff', text: '#161616'},
      heading: {
        fontFamily: 'Futura, Montserrat, sans-serif',
        fontWeight: 300,
        letterSpacing: '0.035em',
      },
      size: 120,
      motion: {entrance: 0.5},
      backgroundImage: 'https://x.example/a.png',
    };

    type Props = typeof defaultProps;
    ");
    insta::assert_snapshot!(made.notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"), @r"
    `Futura` is shown in Montserrat where it is not installed
    `stagger` became 4.8 seconds, since the scene has 8
    ");
    Ok(())
}

#[test]
fn folders_that_are_no_templates_are_told() {
    let strays = [
        ("templates/half/scene.tsx", SCENE.to_owned()),
        ("templates/bare/template.yaml", MANIFEST.replace("id: greeting", "id: bare")),
        ("templates/greeting/template.yml", String::new()),
        ("templates/notes.yaml", String::new()),
    ];
    insta::assert_snapshot!(told(Library::load(&assets(&strays))), @r"
    the templates have 4 mistakes
    error: `templates/greeting/template.yml` is no file of a template
     --> templates/greeting/template.yml:1:1
      |
    1 |
      | ^
      |
      = help: a template is a folder with `template.yaml` and `scene.tsx`; parts that scenes share are in `templates/_parts`
    error: `templates/notes.yaml` is no file of a template
     --> templates/notes.yaml:1:1
      |
    1 |
      | ^
      |
      = help: a template is a folder with `template.yaml` and `scene.tsx`; parts that scenes share are in `templates/_parts`
    error: `templates/bare` has no `scene.tsx` beside this file
     --> templates/bare/template.yaml:1:1
      |
    1 | id: bare
      | ^
    error: `templates/half` has no `template.yaml` beside this file
     --> templates/half/scene.tsx:1:1
      |
    1 | export const meta = {= meta =};
      | ^
    ");
}

#[test]
fn mistakes_of_scenes_and_parts_come_out_together() -> Result<()> {
    let scene = SCENE
        .replace("has.left_items", "has.leftitems")
        .replace("style == \"framed\"", "style == \"frmaed\"")
        .replace("_parts/unit.tsx", "_parts/units.tsx")
        .replace("{= props =}", "{= prosp =}")
        .replace("LENGTH = 4", "LENGTH = 5")
        .replace("function Greeting", "function Greetings");
    let library = Library::load(&assets(&[("templates/greeting/scene.tsx", scene)]))?;
    insta::assert_snapshot!(told(library.check_all()), @r#"
    the templates have 7 mistakes
    error: `{= props =}` is missing
     --> templates/greeting/scene.tsx:1:1
      |
    1 | export const meta = {= meta =};
      | ^
      |
      = help: write `export const defaultProps = {= props =};`
    error: `prosp` cannot be put into code
     --> templates/greeting/scene.tsx:3:29
      |
    3 | export const defaultProps = {= prosp =};
      |                             ^^^^^^^^^^^
      |
      = help: only `{= meta =}` and `{= props =}` of a scene are: read data from the props
    error: `LENGTH` is 5, and the manifest's `duration` 4
     --> templates/greeting/scene.tsx:7:16
      |
    7 | const LENGTH = 5;
      |                ^
      |
      = help: write the same in both: times in the scene are in these seconds
    error: the component is called `Greetings`, and `Greeting` in the manifest
     --> templates/greeting/scene.tsx:9:25
      |
    9 | export default function Greetings(props: Props) {
      |                         ^^^^^^^^^
      |
      = help: give it one name in both
    error: `style` is never `frmaed`
      --> templates/greeting/scene.tsx:14:17
       |
    14 | <% if style == "frmaed" and variant == 2 %>
       |                 ^^^^^^
       |
       = help: did you mean `framed`?
    error: there is no parameter `leftitems`
      --> templates/greeting/scene.tsx:19:7
       |
    19 | <% if has.leftitems %>
       |       ^^^^^^^^^^^^^
       |
       = help: did you mean `left_items`?
    error: there is no part `_parts/units.tsx`
      --> templates/greeting/scene.tsx:31:13
       |
    31 | <% include "_parts/units.tsx" %>
       |             ^^^^^^^^^^^^^^^^
       |
       = help: did you mean `_parts/unit.tsx`?
    "#);
    Ok(())
}

#[test]
fn mistakes_of_the_template_language_have_their_place() -> Result<()> {
    let scene = SCENE.replace("<% else %>", "    <% esle %>");
    let library = Library::load(&assets(&[("templates/greeting/scene.tsx", scene)]))?;
    insta::assert_snapshot!(told(library.check_all()), @r"
    the templates have 2 mistakes
    error: unknown name `esle`
      --> templates/greeting/scene.tsx:16:8
       |
    16 |     <% esle %>
       |        ^^^^
       |
       = help: known are `easing`, `backdrop`, `ease`, `variant`, `meta`, `props`, `format`, `animation`, `direction`, `position`, `theme`, `logo_position`, `effect`, `case`, `align`, `spacing`, `exit`, `style`
    error: unknown tag
      --> templates/greeting/scene.tsx:16:8
       |
    16 |     <% esle %>
       |        ^^^^
    ");
    insta::assert_snapshot!(told(rendered(&library, json!({}))).lines().next().unwrap_or_default(), @"the templates have a mistake");
    let scene = SCENE.replace("{title}</div>", "{title}</dvi>");
    let library = Library::load(&assets(&[
        ("templates/greeting/scene.tsx", scene),
        ("templates/_parts/look.tsx", LOOK.to_owned()),
    ]))?;
    insta::assert_snapshot!(told(library.check_all()), @r#"
    the templates have a mistake
    error: there is no parameter `headline`
     --> templates/_parts/look.tsx:1:34
      |
    1 | <% if backdrop == "gradient" and has.headline %>
      |                                  ^^^^^^^^^^^^
      |
      = help: known are `accent`, `align`, `animation`, `background`, `background_image`, `case`, `direction`, `duration`, `easing`, `effect`, `entrance`, `exit`, `font`, `font_size`, `format`, `fps`, `left_items`, `logo`, `logo_position`, `position`, `size`, `spacing`, `speed`, `stagger`, `style`, `text_color`, `theme`, `title`, `variant`, `weight`
    "#);
    Ok(())
}

#[test]
fn mistakes_of_code_are_shown_where_the_author_wrote_them() -> Result<()> {
    let part = UNIT.replace("x / 4", "x / y");
    let scene = SCENE.replace("      <div>{title}</div>", "      <div>{title + Math.random()}</div>");
    let library =
        Library::load(&assets(&[("templates/greeting/scene.tsx", scene), ("templates/_parts/unit.tsx", part)]))?;
    insta::assert_snapshot!(told(library.check_all()), @r"
    the templates have 2 mistakes
    error: nothing declares `y`
     --> templates/_parts/unit.tsx:1:33
      |
    1 | const unit = (x: number) => x / y;
      |                                 ^
      |
      = help: declare it, or import it
    error: `Math.random` cannot be used in a scene
      --> templates/greeting/scene.tsx:17:21
       |
    17 |       <div>{title + Math.random()}</div>
       |                     ^^^^^^^^^^^
       |
       = help: use Remotion's `random(seed)`
    ");
    Ok(())
}

#[test]
fn an_unknown_template_and_unknown_parameters() -> Result<()> {
    let library = Library::load(&assets(&[]))?;
    insta::assert_snapshot!(told(library.fit("greetings", &Map::new())), @"there is no template `greetings`: did you mean `greeting`?");
    insta::assert_snapshot!(told(rendered(&library, json!({"logo": "x.png", "titel": "a"}))), @"parameters of `greeting`: `logo`: this template does not have it; `titel`: there is no such parameter: did you mean `title`?");
    Ok(())
}

#[test]
fn every_case_of_a_template_is_a_fit() -> Result<()> {
    let library = Library::load(&assets(&[]))?;
    library.check_all()?;
    let names: Vec<String> = library.manifests().flat_map(cases).map(|case| case.name).collect();
    assert_eq!(names.len(), 8);
    Ok(())
}
