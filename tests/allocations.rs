//! The scan path allocates nothing: laying out, scanning and asking the index use room that was there.

use allocation_counter::measure;
use firstframe::assets::Assets;
use firstframe::engine::Engine;
use firstframe::error::Result;
use firstframe::pattern::Scan;
use firstframe::text::Text;

#[test]
fn scans_allocate_nothing() -> Result<()> {
    let engine = Engine::load(&Assets::embedded())?;
    let long = "bar chart of title cards, typwriter crads and counters; ".repeat(70);
    let prompts = [
        long.as_str(),
        "Bar chart of Q1 10, Q2 20 and Q3 35 titled 'Revenue' in teal",
        "animate a penguin that waddles across the ice",
        "title crad, big: WHY BEES MATTER",
        "",
    ];
    let texts: Vec<Text> = prompts.iter().map(|prompt| Text::new(*prompt)).collect();
    let mut scan = Scan::default();
    engine.patterns().scan(&texts[0], &mut scan);
    for text in &texts {
        let mut reached = 0;
        let allocated = measure(|| reached = engine.patterns().scan(text, &mut scan));
        assert_eq!(allocated.count_total, 0, "in {}, which reaches {reached} patterns", text.original());
    }
    Ok(())
}
