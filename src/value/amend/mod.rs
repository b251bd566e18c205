//! What people paste and take back, put into the words that all readers know.
//!
//! A JSON object becomes lines of `key: value`, a Markdown table or one with tabs becomes rows with bars, and what a
//! request takes back (`5s, no wait, 6s`) is replaced by what is meant. What is told by something else (`two years
//! later`, `twice as much`, `five more every day`, `the first is …, the second …`) is written out. The text keeps the
//! way back to what was typed.

mod correction;
mod fence;
mod grid;
mod object;
mod ordinal;
mod progression;
mod relative;
mod told;

use crate::text::Text;

/// How many corrections of one request are followed.
const MOST_CORRECTIONS: usize = 4;

/// How many values of one request may be told by others.
const MOST_RELATIVE: usize = 8;

/// The text with what was pasted and what was taken back put into plain words; unchanged where there is nothing of it.
pub fn amended(text: Text) -> Text {
    let mut text = text;
    if let Some(edits) = fence::edits(&text).or_else(|| object::edits(&text)).or_else(|| grid::edits(&text)) {
        text = text.edited(edits);
    }
    for _ in 0..MOST_CORRECTIONS {
        let Some(edits) = correction::edits(&text) else { break };
        text = text.edited(edits);
    }
    written_out(text)
}

/// The text with all that it tells by something else written out.
fn written_out(text: Text) -> Text {
    let mut text = text;
    for edits in [correction::hesitations, told::edits, progression::edits, ordinal::edits] {
        if let Some(edits) = edits(&text) {
            text = text.edited(edits);
        }
    }
    for _ in 0..MOST_RELATIVE {
        let Some(edits) = relative::edits(&text) else { break };
        text = text.edited(edits);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::scan::tests::any_text;

    fn shown(text: &str) -> String {
        amended(Text::new(text)).original().to_owned()
    }

    #[track_caller]
    fn check(table: &[(&str, &str)]) {
        let wrong: Vec<String> = table
            .iter()
            .map(|(text, expected)| (text, expected, shown(text)))
            .filter(|(_, expected, found)| found != *expected)
            .map(|(text, expected, found)| format!("{text:?}\n  expected {expected:?}\n  found    {found:?}"))
            .collect();
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    #[test]
    fn objects_become_lines() {
        check(&[
            (
                r#"{"scene": "title card", "title": "Sunday Roast", "duration": 5}"#,
                "\nscene: title card\ntitle: \"Sunday Roast\"\nduration: 5s\n",
            ),
            (r#"pie chart {"data":{"Wind":45,"Solar":30}} dark"#, "pie chart \ndata: \"Wind\" 45, \"Solar\" 30\n dark"),
            (r#"{"type":"steps","items":["Mix","Bake"]}"#, "\ntype: steps\nitems: \"Mix\", \"Bake\"\n"),
            (r#"{"series":[{"label":"A","value":1},{"label":"B","value":2}]}"#, "\nseries: \"A\" 1, \"B\" 2\n"),
            ("a title {not json}", "a title {not json}"),
        ]);
    }

    #[test]
    fn grids_become_rows() {
        check(&[
            ("| A | B |\n|---|---|\n| x | 1 |\nas a table", "A | B\nx | 1\nas a table"),
            ("A\tB\nx\t1", "A | B\nx | 1"),
            ("one | two", "one | two"),
        ]);
    }

    #[test]
    fn the_language_of_a_fence_is_a_word() {
        check(&[
            ("dark\n```rust\nlet a = {};\n```", "dark\nrust ```\nlet a = {};\n```"),
            ("```\na\n```", "```\na\n```"),
            ("```print(1)```", "```print(1)```"),
        ]);
    }

    #[test]
    fn what_is_taken_back_is_replaced() {
        check(&[
            ("title 'A' in red, no wait, blue", "title 'A' in blue"),
            ("bars Anna 5, Ben 6. sorry Anna 4 not 5. white", "bars Anna 4, Ben 6. white"),
            ("counter up to 5, sorry 4 not 5, slow", "counter up to 4, slow"),
            ("progress bar 40%, actually make that 45%, slow", "progress bar 45%, slow"),
            ("name \"Al\" role \"CTO\" no wait role \"CEO\", 5s", "name \"Al\" role \"CEO\", 5s"),
            ("white background no wait black background", "black background"),
            ("card for The Way Home no wait make it 6 seconds", "card for The Way Home, 6 seconds"),
            ("\"the past\" sorry \"the future\"", "\"the future\""),
            ("Vogt CTO, no wait, CEO, 5s", "Vogt CEO, 5s"),
            ("typewriter light theme no wait dark theme", "typewriter dark theme"),
            ("lower third Ann Lee, baker, sorry, Anne Lee", "lower third Anne Lee, baker"),
            ("passport, tickets, and what was it… sunscreen", "passport, tickets, sunscreen"),
            ("what was it like, there?", "what was it like, there?"),
            ("typewriter: sorry we're closed", "typewriter: sorry we're closed"),
            ("\"no wait, 5\" in red", "\"no wait, 5\" in red"),
            ("title write… no wait, no title at all", "title write, no title at all"),
            ("wait for it", "wait for it"),
            ("1. Mix 2. Fold 3. Wait 4. Bake", "1. Mix 2. Fold 3. Wait 4. Bake"),
        ]);
    }

    #[test]
    fn what_is_told_by_something_else_is_written_out() {
        check(&[
            ("Ana in 1984, Luis two years after her, Carmen in 1990", "Ana in 1984, Luis in 1986, Carmen in 1990"),
            ("founded in 2001, three years later the first shop", "founded in 2001, 2004 the first shop"),
            ("in 2001 we began. Two years later we moved away", "in 2001 we began. Two years later we moved away"),
            ("two years later, they met again", "two years later, they met again"),
            ("Mon 5, Tue twice as much, Wed half of that, Thu 3 more", "Mon 5, Tue 10, Wed 5, Thu 8"),
            ("A 10, B the same", "A 10, B 10"),
            ("twice as much fun", "twice as much fun"),
            (
                "line chart, starts at 5 on Mon and goes up by five every day until Thu",
                "line chart: Mon 5, Tue 10, Wed 15, Thu 20",
            ),
            (
                "a line with 100 in January, doubling each month until April, red",
                "a line: January 100, February 200, March 400, April 800, red",
            ),
            ("every day a new recipe", "every day a new recipe"),
            ("bullet list, first Tents, second Stoves, third Maps", "bullet list: Tents, Stoves, Maps"),
            ("three bullets: the first says Cut, the last one says Glue. 5s", "three bullets: Cut, Glue. 5s"),
            ("first the logo, second a counter", "first the logo, second a counter"),
            ("on Friday we sold a dozen rolls, Saturday two dozen", "Friday 12, Saturday 24"),
            ("bars: in April we had 20 guests, in May fifty", "bars: April 20, May 50"),
            ("on Friday we met", "on Friday we met"),
        ]);
    }

    proptest! {
        #[test]
        fn amending_never_fails_and_leads_back(typed in any_text()) {
            let text = amended(Text::new(typed.clone()));
            for token in 0..text.tokens().len() {
                prop_assert!(typed.get(text.as_typed(text.span_of(token..token + 1)).range()).is_some());
            }
        }
    }
}
