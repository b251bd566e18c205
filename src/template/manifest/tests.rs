use super::*;
use crate::template::spec::ParamType;

const WHOLE: &str = "\
id: bar-chart
name: Bar chart
category: data
shows: bars that grow
component: BarChart
duration: 5
variants: 3
main: title
defaults: {theme: light, animation: slide, variant: 2, background: navy to teal}
motion: {entrance: 0.7, stagger: 0.08, exit: 0.4}
params:
  title: {type: text, label: title, says: [headline]}
  series: {type: series, required: true, max: 12, sample: [{label: Mon, value: 12}, {label: Tue, value: \"€9\"}]}
  orientation: {type: choice, of: [vertical, horizontal], default: vertical}
  gap: {type: factor, of: {small: 0.5, large: 2}, default: small}
  left_items: {type: list, min: 2, max: 4}
without: [case]
";

fn mistakes(text: &str) -> String {
    let found = Manifest::read(&Source::new("template.yaml", text), "bar-chart").err().unwrap_or_default();
    found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Each mistake as `line:column message`.
fn brief(text: &str) -> String {
    let found = Manifest::read(&Source::new("template.yaml", text), "bar-chart").err().unwrap_or_default();
    let lines = found.iter().map(|mistake| {
        let (line, column) = mistake.line_and_column();
        format!("{line}:{column} {}", mistake.message())
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_manifest_is_read() {
    assert_eq!(mistakes(WHOLE), "");
    let Ok(manifest) = Manifest::read(&Source::new("template.yaml", WHOLE), "bar-chart") else { return };
    assert_eq!(manifest.variants, 3);
    assert_eq!(manifest.main.as_deref(), Some("title"));
    assert!(manifest.is_without("case") && manifest.spec("case").is_none() && manifest.spec("theme").is_some());
    let json = |name| serde_json::to_value(manifest.default(name)).unwrap_or_default();
    assert_eq!((json("theme"), json("background"), json("gap")), ("light".into(), "navy to teal".into(), 0.5.into()));
    assert_eq!(
        (json("align"), json("case"), json("weight")),
        ("center".into(), "as-typed".into(), Option::<i32>::None.into())
    );
    assert_eq!(manifest.params()[4].prop(), "leftItems");
    assert_eq!(manifest.params()[4].range, 2.0..=4.0);
    assert!(matches!(&manifest.params()[2].kind, ParamType::Choice(names) if names.len() == 2));
}

#[test]
fn all_mistakes_of_the_keys_come_out_at_once() {
    let text = "\
id: bar_chart
nmae: Bar chart
category: dat
shows: ''
component: barChart
duration: 90
variants: 2.5
main: titel
defaults: {theem: light, animation: jump, title: x}
motion: {entrance: fast, stagger: 0.1}
params:
  title: {type: txt}
without: [animatoin, theme]
";
    insta::assert_snapshot!(brief(text), @r"
    1:1 missing key `name`
    1:5 the id `bar_chart` is not the name of its folder
    2:1 unknown key `nmae`
    3:11 unknown category `dat`
    4:8 expected text that is not empty
    5:12 expected the name of a component such as `BarChart`, found `barChart`
    6:11 expected a number from 1 to 60
    7:11 expected a whole number
    8:7 unknown parameter `titel`
    9:12 unknown common parameter `theem`
    9:37 unknown `jump`: known are `fade`, `slide`, `scale`, `bounce`, `blur`, `wipe`, `none`
    9:43 unknown common parameter `title`
    10:9 missing key `exit`
    10:20 expected a number, found text
    12:17 unknown type `txt`
    13:11 unknown common parameter `animatoin`
    ");
}

#[test]
fn all_mistakes_of_the_parameters_come_out_at_once() {
    let params = "\
params:
  title: {type: text}
  Series: {type: series, required: true, sample: [1, 2]}
  points: {type: series, required: true}
  count: {type: number, min: 9, max: 3, requierd: true}
  style: {type: choice, of: [pie, donut], default: ring}
  shape: {type: choice}
  accent: {type: colour}
  type: {type: text, of: [a]}
  name: {type: text, required: true, default: x, sample: y, max: 3}
  name: {type: text}
";
    let text = WHOLE.split_once("params:").map_or("", |(before, _)| before).to_owned() + params;
    insta::assert_snapshot!(mistakes(&text), @r"
    error: expected a name such as `left_items`, found `Series`
      --> template.yaml:13:3
       |
    13 |   Series: {type: series, required: true, sample: [1, 2]}
       |   ^^^^^^
    error: expected points with a label and a value each, found a list
      --> template.yaml:13:50
       |
    13 |   Series: {type: series, required: true, sample: [1, 2]}
       |                                                  ^^^^^^
    error: the required parameter `points` needs a `sample`
      --> template.yaml:14:3
       |
    14 |   points: {type: series, required: true}
       |   ^^^^^^
       |
       = help: it is shown when the request leaves it open
    error: expected `min` to be at most `max`, found 9 and 3
      --> template.yaml:15:38
       |
    15 |   count: {type: number, min: 9, max: 3, requierd: true}
       |                                      ^
    error: unknown key `requierd`
      --> template.yaml:15:41
       |
    15 |   count: {type: number, min: 9, max: 3, requierd: true}
       |                                         ^^^^^^^^
       |
       = help: did you mean `required`?
    error: unknown `ring`: known are `pie`, `donut`
      --> template.yaml:16:52
       |
    16 |   style: {type: choice, of: [pie, donut], default: ring}
       |                                                    ^^^^
    error: missing key `of`: the names that can be chosen
      --> template.yaml:17:3
       |
    17 |   shape: {type: choice}
       |   ^^^^^
    error: `accent` is a common parameter
      --> template.yaml:18:3
       |
    18 |   accent: {type: colour}
       |   ^^^^^^
       |
       = help: take another name, or leave it out
    error: `type` means something else in scenes: take another name
      --> template.yaml:19:3
       |
    19 |   type: {type: text, of: [a]}
       |   ^^^^
    error: `of` belongs to the types `choice` and `factor`
      --> template.yaml:19:26
       |
    19 |   type: {type: text, of: [a]}
       |                          ^^^
    error: a required parameter has no default
      --> template.yaml:20:47
       |
    20 |   name: {type: text, required: true, default: x, sample: y, max: 3}
       |                                               ^
       |
       = help: call it `sample`, or drop `required`
    error: `min` and `max` are for numbers and lists, and this is `text`
      --> template.yaml:20:66
       |
    20 |   name: {type: text, required: true, default: x, sample: y, max: 3}
       |                                                                  ^
    error: `name` is here twice
      --> template.yaml:21:3
       |
    21 |   name: {type: text}
       |   ^^^^
    ");
}

#[test]
fn one_of_several_may_be_needed() {
    let text = WHOLE.replace("main: title\n", "main: title\none_of: [title, left_items]\n");
    insta::assert_snapshot!(mistakes(&text), @r"
    error: the first of these parameters needs a `sample`
     --> template.yaml:9:9
      |
    9 | one_of: [title, left_items]
      |         ^^^^^^^^^^^^^^^^^^^
      |
      = help: it is shown when none of them is given
    ");
    let text = text.replace("says: [headline]", "sample: Growth");
    assert_eq!(mistakes(&text), "");
    let Ok(manifest) = Manifest::read(&Source::new("template.yaml", text), "bar-chart") else { return };
    let missing = |json: serde_json::Value| {
        let params = manifest.params_of_json(json.as_object().unwrap_or(&serde_json::Map::new())).unwrap_or_default();
        manifest.missing(&params).iter().map(|spec| spec.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(missing(serde_json::json!({})), ["title", "series"]);
    assert_eq!(missing(serde_json::json!({"left_items": ["a", "b"]})), ["series"]);
}

#[test]
fn all_mistakes_of_parameters_come_out_at_once() {
    let Ok(manifest) = Manifest::read(&Source::new("template.yaml", WHOLE), "bar-chart") else { return };
    let wrong = serde_json::json!({
        "titel": "x", "duration": 90, "fps": "fast", "case": "upper", "left_items": ["a"], "theme": "drak",
        "background": "navy to", "series": "1, 2", "title": null
    });
    let error = manifest.params_of_json(wrong.as_object().unwrap_or(&serde_json::Map::new()));
    let message = error.map_or_else(|error| error.to_string(), |_| String::new());
    insta::assert_snapshot!(message.replace("; ", "\n"), @r"
    parameters of `bar-chart`: `titel`: there is no such parameter: did you mean `title`?
    `duration`: expected a number from 1 to 60, found 90
    `fps`: expected a number, found `fast`
    `case`: this template does not have it
    `left_items`: expected 2 to 4 items, found 1
    `theme`: unknown `drak`: did you mean `dark`?
    `background`: expected a colour such as `teal` or `#0b63ce`, found `navy to`
    `series`: expected points with a label and a value each, found `1, 2`
    ");
}

#[test]
fn parameters_stand_in_the_order_of_the_manifest_and_come_back_from_json() {
    let Ok(manifest) = Manifest::read(&Source::new("template.yaml", WHOLE), "bar-chart") else { return };
    let given = serde_json::json!({
        "background": "navy to teal", "theme": "Neon", "series": [{"label": "A", "value": "1.5k"}], "title": 2026,
        "speed": "fast", "easing": "spring"
    });
    let params = manifest.params_of_json(given.as_object().unwrap_or(&serde_json::Map::new())).unwrap_or_default();
    let json = serde_json::to_value(&params).unwrap_or_default();
    insta::assert_snapshot!(json, @r#"{"title":"2026","series":[{"label":"A","value":"1.5k"}],"background":"navy to teal","speed":1.5,"theme":"neon","easing":"spring"}"#);
    let again = manifest.params_of_json(json.as_object().unwrap_or(&serde_json::Map::new())).unwrap_or_default();
    assert_eq!(again, params);
}
