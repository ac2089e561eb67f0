//! The command line as a script meets it: what it prints, and how it ends.

mod shell;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn tongket(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tongket"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    String::from_utf8(output.stdout.clone()).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

#[test]
fn a_folder_is_printed_by_name_one_report_a_line() {
    let output = tongket(&["parse", "seeds"]);
    assert!(output.status.success());
    let files: Vec<String> = lines(&output).iter().map(|r| r["meta"]["file"].as_str().unwrap().into()).collect();
    assert_eq!(files.len(), 5);
    assert!(files.is_sorted());
    assert_eq!(output.stdout, tongket(&["parse", "seeds"]).stdout, "the same input gives the same bytes");
}

#[test]
fn what_cannot_be_read_is_named_and_the_others_are_printed() {
    let folder = folder("bad-input");
    let bad = folder.join("bad.txt");
    std::fs::write(&bad, b"N\xc4\x83m 2020 \xff").unwrap();
    let good = folder.join("good.txt");
    std::fs::write(&good, "Năm 2020, thu ngân sách đạt 5 tỷ đồng.").unwrap();
    let output = tongket(&["parse", "no-such-file", bad.to_str().unwrap(), good.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output)[0]["meta"]["file"], "good");
    let messages = String::from_utf8(output.stderr).unwrap();
    assert!(messages.contains("no-such-file") && messages.contains("bad.txt: expected UTF-8"), "{messages}");
    assert!(messages.contains("position 10"), "{messages}");
}

#[test]
fn standard_input_has_no_file_name() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tongket"))
        .args(["parse", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all("Đạt 5 tỷ đồng.".as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(lines(&output)[0]["meta"]["file"].is_null());
}

#[test]
fn wrong_usage_ends_with_two() {
    assert_eq!(tongket(&["parse"]).status.code(), Some(2));
    assert_eq!(tongket(&["no-such-command"]).status.code(), Some(2));
}

#[test]
fn explain_shows_the_rules_of_each_figure() {
    let output = tongket(&["explain", "seeds/003_a49b003690c1ddf3.txt"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("ước đạt 99.323 tỷ đồng") && text.contains("<digits> <multiplier>"), "{text}");
}

/// A viewer that was not built, in a folder.
fn shell(name: &str) -> PathBuf {
    let shell = folder(name);
    let viewer = shell::shell();
    std::fs::write(shell.join("index.html"), viewer.page).unwrap();
    for file in viewer.files {
        std::fs::write(shell.join(file.path), file.bytes).unwrap();
    }
    shell
}

#[test]
fn a_site_holds_the_reports_as_text_and_as_data_and_never_as_markup() {
    let (reports, out) = (folder("site-reports"), folder("site"));
    std::fs::write(reports.join("x.txt"), "Năm 2020 </script><b>doanh thu đạt 5 tỷ đồng</b>.").unwrap();
    let site = |shell: &Path| {
        let paths = [reports.to_str().unwrap(), "--shell", shell.to_str().unwrap(), "--out", out.to_str().unwrap()];
        tongket(&[&["site"], &paths[..]].concat())
    };
    let output = site(&shell("site-shell"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let html = std::fs::read_to_string(out.join("index.html")).unwrap();
    assert!(!html.contains("<b>doanh thu"), "{html}");
    let json = html.split_once("tongket-data\">").unwrap().1.split_once("</script>").unwrap().0;
    let collection = tongket::library::Collection::read(json).unwrap();
    assert!(collection.reports[0].text.contains("</script><b>doanh thu đạt 5 tỷ đồng</b>"));
    let place = format!("<mark id=\"/?so={}/o1\">", collection.reports[0].id);
    assert!(html.contains(&place), "the text leads nowhere: {place}");
    for file in ["boot-1.js", "app-1_bg.wasm", "app-1_bg.wasm.br", "index.html.gz"] {
        assert!(out.join(file).is_file(), "{file}");
    }
    let bare = folder("site-bare");
    let said = site(&bare);
    assert_eq!(said.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&said.stderr).contains("index.html"));
}

#[test]
fn a_site_has_frames_for_others_that_are_whole_without_script() {
    let (reports, out) = (folder("frame-reports"), folder("frames"));
    let evil = "Năm 2020, doanh thu <img src=x onerror=alert(1)>\"'</article><script>alert(1)</script> đạt 5 tỷ đồng.";
    std::fs::write(reports.join("x.txt"), evil).unwrap();
    let shell = shell("frame-shell");
    let site = || {
        let paths = ["site", reports.to_str().unwrap(), "--unpacked", "--shell", shell.to_str().unwrap(), "--out"];
        tongket(&[&paths[..], &[out.to_str().unwrap()]].concat())
    };
    let output = site();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for (name, says) in [("embed.html", "Câu gốc"), ("embed.en.html", "The sentence")] {
        let html = std::fs::read_to_string(out.join(name)).unwrap();
        let body = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
        for part in ["data-report=", "5 tỷ đồng</mark>", says, "&lt;script&gt;alert(1)&lt;/script&gt;"] {
            assert!(body.contains(part), "{part} in {name}: {body}");
        }
        for part in ["<script", "<img", "style=", "onerror=\""] {
            assert!(!body.contains(part), "{part} in {name}: {body}");
        }
        assert!(
            html.contains("<script src=\"./frame-1.js\" data-vi=\"embed.html\" data-en=\"embed.en.html\">"),
            "{html}"
        );
    }
    assert!(!out.join("embed").exists(), "one report needs no page of its own");
    // Of many reports each has a page of its own, and the first page is a list.
    for number in 0..21 {
        let text = format!("Năm 2020, doanh thu của huyện số {number} đạt {number}5 tỷ đồng.");
        std::fs::write(reports.join(format!("{number}.txt")), text).unwrap();
    }
    assert!(site().status.success());
    let list = std::fs::read_to_string(out.join("embed.en.html")).unwrap();
    assert!(!list.contains("<article") && list.matches("data-place=").count() == 22, "{list}");
    let place = list.split_once("href=\"embed/").unwrap().1.split_once('"').unwrap().0;
    assert!(place.ends_with(".en.html"), "{place}");
    let one = std::fs::read_to_string(out.join("embed").join(place)).unwrap();
    assert_eq!(one.matches("data-report=").count(), 1);
    for part in ["src=\"../frame-1.js\"", "href=\"../style-1.css\"", "href=\"../index.html#/bao-cao/"] {
        assert!(one.contains(part), "{part}: {one}");
    }
    let other = place.replace(".en.html", ".html");
    assert!(one.contains(&format!("data-vi=\"{other}\"")) && out.join("embed").join(other).is_file());
    // A viewer without the scripts of the frames is one of another day.
    std::fs::remove_file(shell.join("embed.js")).unwrap();
    let said = site();
    assert_eq!(said.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&said.stderr).contains("embed"), "{}", String::from_utf8_lossy(&said.stderr));
}

#[test]
fn the_manifest_of_the_seeds_names_every_seed_once() {
    let json = std::fs::read_to_string("seeds/manifest.json").unwrap();
    let manifest: tongket::library::manifest::Manifest = serde_json::from_str(&json).unwrap();
    let mut files: Vec<String> = manifest.reports.iter().map(|e| e.file.clone()).collect();
    files.sort();
    let mut texts: Vec<String> = std::fs::read_dir("seeds")
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".txt"))
        .collect();
    texts.sort();
    assert_eq!(files, texts);
}

#[test]
fn a_library_is_the_same_from_texts_and_from_summaries() {
    let from_texts = tongket(&["library", "seeds/000_3a3cffc0e82948c8.txt", "seeds/004_495828647d3da79e.txt"]);
    assert!(from_texts.status.success());
    let library = &lines(&from_texts)[0];
    assert_eq!((library["version"].as_u64(), library["reports"].as_array().unwrap().len()), (Some(1), 2));
    let kinds: Vec<&str> =
        library["findings"].as_array().unwrap().iter().map(|f| f["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"ratio_as_growth") && kinds.contains(&"scale"), "{kinds:?}");
    assert!(library["findings"][0]["message"]["en"].as_str().unwrap().ends_with('.'));

    let summaries = tongket(&["parse", "seeds/000_3a3cffc0e82948c8.txt", "seeds/004_495828647d3da79e.txt"]);
    let file = folder("summaries").join("reports.ndjson");
    std::fs::write(&file, &summaries.stdout).unwrap();
    let from_summaries = tongket(&["library", file.to_str().unwrap()]);
    assert_eq!(from_summaries.stdout, from_texts.stdout);
}

#[test]
fn a_library_says_what_it_could_not_read_and_prints_the_rest() {
    let folder = folder("bad-library");
    let file = folder.join("reports.ndjson");
    std::fs::write(&file, "{\"version\":2}\n\n{\"version\":1\n").unwrap();
    let output = tongket(&["library", file.to_str().unwrap(), "no-such-file", "seeds"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output)[0]["reports"].as_array().unwrap().len(), 5);
    let messages = String::from_utf8(output.stderr).unwrap();
    for part in ["line 1", "version 2", "line 3", "no-such-file"] {
        assert!(messages.contains(part), "{part}: {messages}");
    }
}

/// The files below a folder with what they hold and when they were written.
fn files(folder: &Path) -> Vec<(String, Vec<u8>, std::time::SystemTime)> {
    let mut found = Vec::new();
    for part in ["", "reports"] {
        for entry in std::fs::read_dir(folder.join(part)).unwrap().map(|entry| entry.unwrap()) {
            if entry.path().is_file() {
                let name = format!("{part}/{}", entry.file_name().into_string().unwrap());
                found.push((name, std::fs::read(entry.path()).unwrap(), entry.metadata().unwrap().modified().unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn split_writes_an_index_and_a_file_for_each_report() {
    let out = folder("split");
    let output = tongket(&["split", "seeds", out.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let written = files(&out);
    assert_eq!(written.len(), 6);
    let index = std::fs::read_to_string(out.join("index.json")).unwrap();
    let index = tongket::library::store::Index::read(&index).unwrap();
    assert_eq!(index.cards.len(), 5);
    for card in &index.cards {
        let path = out.join(tongket::library::store::report_path(&card.id));
        let report = tongket::library::store::read_report(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(tongket::library::store::Card::new(&report), *card);
        assert!(card.coverage.numbers > 0 && card.coverage.read <= card.coverage.numbers);
    }
    // Once more: nothing is touched.
    assert!(tongket(&["split", "seeds", out.to_str().unwrap()]).status.success());
    assert_eq!(files(&out), written);
}

#[test]
fn one_more_report_touches_its_file_and_the_index() {
    let (texts, out) = (folder("split-texts"), folder("split-add"));
    let text = |name: &str, text: &str| {
        let path = texts.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    text("a.txt", "Năm 2020, thu ngân sách đạt 5 tỷ đồng.");
    text("b.txt", "Năm 2021, thu ngân sách đạt 6 tỷ đồng.");
    let (from, to) = (texts.to_str().unwrap(), out.to_str().unwrap());
    assert!(tongket(&["split", from, to]).status.success());
    let before = files(&out);
    let c = text("c.txt", "Năm 2022, thu ngân sách đạt 7 tỷ đồng.");
    let output = tongket(&["split", "--add", c.to_str().unwrap(), to]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let after = files(&out);
    let touched: Vec<&str> = after.iter().filter(|file| !before.contains(file)).map(|file| file.0.as_str()).collect();
    assert_eq!(touched.len(), 2, "{touched:?}");
    assert!(touched.contains(&"/index.json"));
    // The whole folder gives the same bytes.
    assert!(tongket(&["split", from, to]).status.success());
    assert_eq!(files(&out), after);
    // A report that is gone takes its file with it.
    std::fs::remove_file(&c).unwrap();
    assert!(tongket(&["split", from, to]).status.success());
    let left: Vec<_> = files(&out).into_iter().map(|(name, bytes, _)| (name, bytes)).collect();
    assert_eq!(left, before.into_iter().map(|(name, bytes, _)| (name, bytes)).collect::<Vec<_>>());
}

#[test]
fn split_says_what_it_cannot_read() {
    let out = folder("split-wrong");
    let output = tongket(&["split", "--add", "seeds/no-such.txt", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("index.json"));
    assert_eq!(tongket(&["split", "no-such-folder", out.to_str().unwrap()]).status.code(), Some(1));
    assert_eq!(tongket(&["split", "seeds"]).status.code(), Some(2));
}
