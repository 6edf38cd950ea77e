//! Draws ratios to php-gearman as bars that begin at 1: `chart FILE` prints an SVG.
//!
//! Each line of FILE is PANEL, LABEL and RATIO with tabs between; the panels are `more` and `less`, for what is better.

use std::error::Error;
use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::combinators::LogCoord;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

type Result<T> = std::result::Result<T, Box<dyn Error>>;
type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Plot<'a> = DrawingArea<SVGBackend<'a>, Cartesian2d<LogCoord<f64>, RangedCoordf64>>;

const WIDTH: u32 = 1060;
const LABELS: u32 = 400;
const BAR_ROW: u32 = 26;
/// Of a panel: its title above the bars, the numbers of the axis below.
const TITLE: u32 = 54;
const AXIS: u32 = 34;
const MARGIN: u32 = 20;

const TICKS: [f64; 13] = [0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];
const BETTER: RGBColor = RGBColor(38, 132, 92);
const WORSE: RGBColor = RGBColor(201, 84, 52);
const INK: RGBColor = RGBColor(36, 41, 47);
const FAINT: RGBColor = RGBColor(216, 222, 228);

struct Bar {
    label: String,
    ratio: f64,
}

struct Panel {
    title: &'static str,
    bars: Vec<Bar>,
    is_better: fn(f64) -> bool,
}

impl Panel {
    fn height(&self) -> u32 {
        TITLE + BAR_ROW * self.bars.len() as u32 + AXIS
    }
}

fn main() -> Result<()> {
    let file = std::env::args().nth(1).ok_or("which file?")?;
    let text = std::fs::read_to_string(file)?;
    let panels: Vec<Panel> = [
        Panel {
            title: "Operations per second, × php-gearman: more is better",
            bars: bars(&text, "more")?,
            is_better: |ratio| ratio >= 1.0,
        },
        Panel {
            title: "Processor time, memory and instructions, × php-gearman: less is better",
            bars: bars(&text, "less")?,
            is_better: |ratio| ratio <= 1.0,
        },
    ]
    .into_iter()
    .filter(|panel| !panel.bars.is_empty())
    .collect();
    let range = range(panels.iter().flat_map(|panel| &panel.bars).map(|bar| bar.ratio));

    let mut svg = String::new();
    {
        let height = panels.iter().map(Panel::height).sum::<u32>() + 2 * MARGIN;
        let root = SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area();
        root.fill(&WHITE)?;
        let mut rest = root.margin(MARGIN, MARGIN, MARGIN, MARGIN);
        for panel in &panels {
            let (area, below) = rest.split_vertically(panel.height());
            draw(&area, panel, range.clone())?;
            rest = below;
        }
        root.present()?;
    }
    println!("{svg}");
    Ok(())
}

fn bars(text: &str, panel: &str) -> Result<Vec<Bar>> {
    let mut bars = Vec::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [of, label, ratio] = fields[..] else { return Err(format!("not a bar: {line}").into()) };
        if of == panel {
            bars.push(Bar { label: label.to_owned(), ratio: ratio.parse()? });
        }
    }
    Ok(bars)
}

/// All panels have one scale. It ends at a tick, with room for the number behind the longest bar.
fn range(ratios: impl Iterator<Item = f64> + Clone) -> Range<f64> {
    let least = ratios.clone().fold(0.5, f64::min);
    let most = ratios.fold(2.0, f64::max);
    let from = TICKS.into_iter().rev().find(|tick| *tick < least / 1.4).unwrap_or(least / 2.0);
    let to = TICKS.into_iter().find(|tick| *tick > most * 1.4).unwrap_or(most * 2.0);
    from..to
}

fn draw(area: &Area, panel: &Panel, range: Range<f64>) -> Result<()> {
    let bottom = panel.bars.len() as f64;
    // Rows count from the top.
    let chart = ChartBuilder::on(area)
        .margin_top(TITLE)
        .margin_bottom(AXIS)
        .margin_left(LABELS)
        .build_cartesian_2d(range.clone().log_scale(), bottom..0.0)?;
    let plot = chart.plotting_area();

    area.draw_text(panel.title, &style(18, FontStyle::Bold, HPos::Left, VPos::Top), (0, 12))?;
    for tick in TICKS.into_iter().filter(|tick| range.contains(tick) || *tick == range.end) {
        draw_tick(plot, tick, bottom)?;
    }
    for (row, bar) in panel.bars.iter().enumerate() {
        draw_bar(area, plot, bar, row as f64, panel.is_better)?;
    }
    draw_line(plot, 1.0, bottom, INK.stroke_width(2))
}

fn draw_tick(plot: &Plot, ratio: f64, bottom: f64) -> Result<()> {
    draw_line(plot, ratio, bottom, FAINT.stroke_width(1))?;
    let style = style(13, FontStyle::Normal, HPos::Center, VPos::Top);
    plot.draw(&(EmptyElement::at((ratio, bottom)) + Text::new(format!("{ratio}"), (0, 6), style)))?;
    Ok(())
}

fn draw_line(plot: &Plot, ratio: f64, bottom: f64, stroke: ShapeStyle) -> Result<()> {
    plot.draw(&PathElement::new([(ratio, 0.0), (ratio, bottom)], stroke))?;
    Ok(())
}

fn draw_bar(area: &Area, plot: &Plot, bar: &Bar, row: f64, is_better: fn(f64) -> bool) -> Result<()> {
    let color = if is_better(bar.ratio) { BETTER } else { WORSE };
    plot.draw(&Rectangle::new([(1.0, row + 0.18), (bar.ratio, row + 0.82)], color.filled()))?;

    let (text, gap, side) =
        if bar.ratio < 1.0 { (as_text(bar.ratio), -6, HPos::Right) } else { (as_text(bar.ratio), 6, HPos::Left) };
    let style_of_ratio = style(13, FontStyle::Bold, side, VPos::Center);
    plot.draw(&(EmptyElement::at((bar.ratio, row + 0.5)) + Text::new(text, (gap, 0), style_of_ratio)))?;

    let (_, middle) = plot.map_coordinate(&(1.0, row + 0.5));
    let (_, top) = area.get_base_pixel();
    let right = LABELS as i32 - 12;
    area.draw_text(&bar.label, &style(14, FontStyle::Normal, HPos::Right, VPos::Center), (right, middle - top))?;
    Ok(())
}

fn as_text(ratio: f64) -> String {
    if ratio < 10.0 { format!("{ratio:.2}") } else { format!("{ratio:.0}") }
}

fn style(size: u32, weight: FontStyle, across: HPos, down: VPos) -> TextStyle<'static> {
    TextStyle::from(("sans-serif", size, weight).into_font()).color(&INK).pos(Pos::new(across, down))
}
