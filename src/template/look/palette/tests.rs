use proptest::prelude::*;

use super::*;
use crate::template::style::THEMES;

fn holds(palette: &Palette, wanted: &Wanted<'_>) -> Result<(), String> {
    let to = palette.background_to.clone().unwrap_or_else(|| palette.background.clone());
    let ground = Ground::gradient(palette.background.clone(), to);
    let fields = ground.with(&palette.surface);
    let rules = [
        ("text", &palette.text, TEXT_CONTRAST, wanted.text.is_none()),
        ("muted", &palette.muted, TEXT_CONTRAST, wanted.text.is_none() || wanted.gradient.is_none()),
        ("accent", &palette.accent, SHAPE_CONTRAST, wanted.accent.is_none() && wanted.text.is_none()),
        ("accent2", &palette.accent2, SHAPE_CONTRAST, wanted.text.is_none()),
    ];
    let on_accent = contrast(&palette.on_accent, &palette.accent);
    if on_accent < TEXT_CONTRAST {
        return Err(format!("words on the accent have {on_accent:.2} in {palette:?}"));
    }
    for (name, colour, least_wanted, applies) in rules {
        let found = least(colour, &fields);
        if applies && found < least_wanted {
            return Err(format!("{name} {} has {found:.2} in {palette:?}", colour.hex()));
        }
    }
    Ok(())
}

#[test]
fn every_theme_holds_and_is_as_the_table_says() {
    for name in THEMES {
        let wanted = Wanted { theme: name, ..Wanted::default() };
        let found = palette(&wanted);
        assert_eq!(holds(&found, &wanted), Ok(()), "{name}");
        let table = theme(name);
        let expected = [table.background, table.surface, table.text, table.muted, table.accent, table.accent2].map(of);
        let got = [&found.background, &found.surface, &found.text, &found.muted, &found.accent, &found.accent2];
        assert_eq!(got.map(Clone::clone), expected, "{name}");
    }
}

fn named(name: &str) -> Colour {
    Colour::from_words(name).unwrap_or_else(|| of(0))
}

#[test]
fn what_users_name() {
    let mut lines = Vec::new();
    for (background, to, accent, text) in [
        ("navy", "", "", ""),
        ("white", "", "", ""),
        ("teal", "", "gold", ""),
        ("#777777", "", "", ""),
        ("navy", "purple", "", ""),
        ("black", "white", "", ""),
        ("", "", "navy", ""),
        ("", "", "blue", ""),
        ("", "", "", "black"),
        ("white", "", "yellow", "yellow"),
    ] {
        let colours = [background, to, accent, text].map(named);
        let gradient = Gradient { from: colours[0].clone(), to: colours[1].clone() };
        let wanted = Wanted {
            theme: "dark",
            theme_is_named: false,
            background: (!background.is_empty() && to.is_empty()).then_some(&colours[0]),
            gradient: (!to.is_empty()).then_some(&gradient),
            accent: (!accent.is_empty()).then_some(&colours[2]),
            text: (!text.is_empty()).then_some(&colours[3]),
            has_words: true,
            has_picture: false,
        };
        let found = palette(&wanted);
        let [surface, words, muted] = [&found.surface, &found.text, &found.muted].map(Colour::hex);
        let ends =
            found.background.hex() + &found.background_to.map_or(String::new(), |to| format!(" to {}", to.hex()));
        let accents = [found.accent, found.accent2].map(|accent| accent.hex()).join(" ");
        let notes = found.notes.join("; ");
        lines.push(format!("{background} {to}|{accent}|{text}: {ends} {surface} {words} {muted} {accents} {notes}"));
    }
    insta::assert_snapshot!(lines.join("\n"), @r"
    navy ||: #000080 #001b90 #f4f6fa #839ccd #6594ff #36e2b4 
    white ||: #ffffff #f5f5f5 #161616 #696969 #3966d6 #009c7a 
    teal |gold|: #008080 #007070 #ffffff #ffffff #ffd700 #41e9ba 
    #777777 ||: #777777 #777777 #000000 #050505 #c6d9ff #4aefc1 
    navy purple||: #000080 to #800080 #001b90 #f4f6fa #acbddf #95b7ff #36e2b4 
    black white||: #000000 to #757575 #000000 #ffffff #ffffff #bcd2ff #4aefc1 the background `black to white` became #000000 to #757575 so that words can be read on all of it
     |navy|: #f2f5fd #ffffff #14161b #63656c #000080 #009c7a the background became #f2f5fd so that the accent in `navy` is seen
     |blue|: #0b0d12 #161a22 #f4f6fa #98a1b3 #0000ff #36e2b4 
     ||black: #f2f5fd #ffffff #000000 #434447 #3966d6 #009c7a the background became #f2f5fd so that the text in `black` is seen
    white |yellow|yellow: #ffffff #f5f5f5 #ffff00 #696969 #ffff00 #009c7a text in `yellow` is hard to read on this background (contrast 1.1:1); the accent `yellow` is hard to see on this background (contrast 1.1:1)
    ");
}

fn colour() -> impl Strategy<Value = Colour> {
    any::<[u8; 3]>().prop_map(|[r, g, b]| Colour::from_rgb(r, g, b))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn contrast_holds_whatever_is_named(
        theme in 0..THEMES.len(),
        theme_is_named: bool,
        background in proptest::option::of(colour()),
        to in proptest::option::of(colour()),
        accent in proptest::option::of(colour()),
        text in proptest::option::weighted(0.2, colour()),
    ) {
        let gradient = background.clone().zip(to).map(|(from, to)| Gradient { from, to });
        let wanted = Wanted {
            theme: THEMES[theme],
            theme_is_named,
            background: background.as_ref().filter(|_| gradient.is_none()),
            gradient: gradient.as_ref(),
            accent: accent.as_ref(),
            text: text.as_ref(),
            has_words: true,
            has_picture: false,
        };
        let found = palette(&wanted);
        prop_assert_eq!(holds(&found, &wanted), Ok(()));
        prop_assert!(text.is_none_or(|text| text == found.text));
        prop_assert!(accent.is_none_or(|accent| accent == found.accent));
    }
}

#[test]
fn a_ground_without_words_stays_as_it_was_named() {
    let colours = ["#0b1f5c", "#ff7a59"].map(|css| Colour::from_css(css).unwrap_or_else(|| Colour::from_rgb(0, 0, 0)));
    let gradient = Gradient { from: colours[0].clone(), to: colours[1].clone() };
    let wanted = |has_words| Wanted {
        theme: "dark",
        theme_is_named: false,
        background: None,
        gradient: Some(&gradient),
        accent: None,
        text: None,
        has_words,
        has_picture: false,
    };
    let ends = |palette: Palette| (palette.background.hex(), palette.background_to.map(|to| to.hex()));
    assert_eq!(ends(palette(&wanted(false))), ("#0b1f5c".to_owned(), Some("#ff7a59".to_owned())));
    assert_ne!(ends(palette(&wanted(true))), ends(palette(&wanted(false))));
}

#[test]
fn words_are_read_on_any_picture_behind_a_theme() {
    for name in THEMES {
        let found = palette(&Wanted { theme: name, has_words: true, has_picture: true, ..Wanted::default() });
        let base = found.background.rgb().map(f64::from);
        for light in [0.0, 128.0, 255.0] {
            let [r, g, b] = base.map(|part| (part * VEIL + light * (1.0 - VEIL)).round() as u8);
            let seen = Colour::from_rgb(r, g, b);
            for (what, colour) in [("text", &found.text), ("muted", &found.muted)] {
                let ratio = contrast(colour, &seen);
                assert!(ratio >= TEXT_CONTRAST, "{what} of {name} has {ratio:.2} on {}", seen.hex());
            }
        }
    }
}
