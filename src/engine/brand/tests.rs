//! What is told, what is meant, and what is neither.

use super::*;

type Tested = std::result::Result<(), Box<dyn std::error::Error>>;

/// `topic=a|b; … / what is left`.
fn heard(brand: &Brand, prompt: &str) -> String {
    let heard = brand.hear(prompt, &Memory::new());
    let facts: Vec<String> =
        heard.facts.iter().map(|fact| format!("{}={}", fact.topic, fact.values.join("|"))).collect();
    format!("{} / {}", facts.join("; "), heard.rest.as_deref().unwrap_or("-"))
}

#[test]
fn facts_are_told() -> Tested {
    let brand = Brand::load(&Assets::embedded())?;
    for (said, expected) in [
        ("our brand colours are #123456 and gold", "brand-colours=#123456|gold / -"),
        ("Our brand colors: navy, gold & #fff.", "brand-colours=navy|gold|#fff / -"),
        ("remember that my palette is teal", "brand-colours=teal / -"),
        ("our font is Inter", "brand-font=Inter / -"),
        ("Our typeface is \"IBM Plex Sans\".", "brand-font=IBM Plex Sans / -"),
        ("our company is called Acme", "company=Acme / -"),
        ("We're called moss & fern.", "company=moss & fern / -"),
        ("our company is Acme, Inc. and our website is acme.com", "company=Acme, Inc; website=acme.com / -"),
        ("Our slogan is \"Grow slowly\", our font is Sora", "slogan=Grow slowly; brand-font=Sora / -"),
        (
            "Our company is called Acme and our brand colours are navy and gold. Title card 'Hello'",
            "company=Acme; brand-colours=navy|gold / Title card 'Hello'",
        ),
        (
            "title card 'Moss', 4s. our brand colours are navy and gold",
            "brand-colours=navy|gold / title card 'Moss', 4s.",
        ),
        ("our brand colours are navy and gold, title card 'Moss'", "brand-colours=navy|gold / title card 'Moss'"),
    ] {
        assert_eq!(heard(&brand, said), expected, "{said:?}");
    }
    Ok(())
}

#[test]
fn what_only_looks_like_a_fact_is_left() -> Tested {
    let brand = Brand::load(&Assets::embedded())?;
    for said in [
        "title card 'our company is called Acme'",
        "\"our brand colours are navy and gold\"",
        "title card: our company is called Acme",
        "title card saying our brand colours are navy",
        "our company is growing fast",
        "our brand colours are bright",
        "our brand colours are navy waves on gold",
        "our font is",
        "what are our brand colours?",
        "our team is happy. title card 'Hello'",
        "",
    ] {
        let heard = brand.hear(said, &Memory::new());
        assert_eq!(heard.facts, [], "{said:?}");
        assert_eq!(heard.rest.as_deref().unwrap_or_default(), said, "{said:?}");
    }
    Ok(())
}

fn memory() -> Memory {
    let facts = [
        Fact::new("brand-colours", ["#123456", "gold", "white"]),
        Fact::new("brand-font", ["Sora"]),
        Fact::new("company", ["Acme"]),
        Fact::new("website", ["acme.com"]),
    ];
    facts.into_iter().map(|fact| (fact.topic.clone(), fact)).collect()
}

#[test]
fn facts_are_meant() -> Tested {
    const COLOURS: &str = r##"{"background":"#123456","accent":"gold"}"##;
    let brand = Brand::load(&Assets::embedded())?;
    for (said, rest, presets) in [
        ("title card 'Moss' in our brand colours", "title card 'Moss'", COLOURS),
        ("title card 'Moss', our brand colors, 4s", "title card 'Moss', , 4s", COLOURS),
        ("title card 'Moss'. Use the brand colours.", "title card 'Moss'. .", COLOURS),
        ("use our palette: title card 'Moss'", ": title card 'Moss'", COLOURS),
        ("title card 'Moss' in our font", "title card 'Moss'", r#"{"font":"Sora"}"#),
        ("title card with our company name", "title card with Acme", "{}"),
        ("end screen for our website, 4s", "end screen for acme.com, 4s", "{}"),
        ("title card 'in our brand colours'", "title card 'in our brand colours'", "{}"),
        ("what are our brand colours?", "what are our brand colours?", "{}"),
        ("use our brand colours", "use our brand colours", COLOURS),
        ("my colours are teal. title card 'A' in my colours", "title card 'A'", r#"{"accent":"teal"}"#),
    ] {
        let heard = brand.hear(said, &memory());
        assert_eq!(heard.rest.as_deref(), Some(rest), "{said:?}");
        assert_eq!(serde_json::to_string(&heard.presets)?, presets, "{said:?}");
        assert_eq!(heard.unknown, [], "{said:?}");
    }
    let heard = brand.hear("title card 'Moss' in our brand colours", &Memory::new());
    assert_eq!(heard.unknown, [("brand-colours".to_owned(), "our brand colours are navy and gold".to_owned())]);
    assert_eq!(heard.rest.as_deref(), Some("title card 'Moss' in our brand colours"));
    Ok(())
}

#[test]
fn every_example_tells_its_topic() -> Tested {
    let brand = Brand::load(&Assets::embedded())?;
    for topic in &brand.topics.all {
        let facts = brand.hear(&topic.example, &Memory::new()).facts;
        assert_eq!(facts.iter().map(|fact| fact.topic.as_str()).collect::<Vec<_>>(), [topic.name.as_str()]);
    }
    Ok(())
}
