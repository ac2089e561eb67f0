//! The command line: the only place with files and standard output.

mod explain;
mod input;
mod library;
mod output;
mod parse;
mod progress;
mod site;
mod split;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tongket::publish::Base;
use tongket::site::Choices;

/// Reads Vietnamese official reports: every figure, and the sentence it stands in.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the summary of each report as one line of JSON (NDJSON), in the order given.
    ///
    /// Ends with 0 if every input was read, with 1 if one could not be; the others are still printed.
    Parse {
        /// Text files, folders (their *.txt by name), or - for one report from standard input.
        #[arg(required = true)]
        inputs: Vec<PathBuf>,
        /// Print indented JSON.
        #[arg(long)]
        pretty: bool,
    },
    /// Print what many reports say together: series over reports, and what can be checked by arithmetic, as one JSON object.
    ///
    /// Ends with 0 if every input was read, with 1 if one could not be; the library of the others is still printed.
    Library {
        /// Text files, folders (their *.txt by name), summaries as *.ndjson, or - for either from standard input.
        #[arg(required = true)]
        inputs: Vec<PathBuf>,
        /// Print indented JSON.
        #[arg(long)]
        pretty: bool,
    },
    /// Show for each figure of a report the rules that made it, as a tree beside the words.
    Explain {
        /// A text file, or - for standard input.
        file: PathBuf,
    },
    /// Write a folder's reports as a site for any static host: pages that can be read without scripts, the viewer, data
    /// files, embeds and the settings of common hosts.
    Site {
        /// A folder with *.txt and, if there is one, a manifest.json.
        folder: PathBuf,
        /// The folder to write to.
        #[arg(short, long)]
        out: PathBuf,
        /// The folder of the built viewer.
        #[arg(long, default_value = "shell")]
        shell: PathBuf,
        /// The address that the site will have, for what must name places absolutely: feed, site map, oEmbed, link pictures.
        #[arg(long)]
        base: Option<Base>,
        /// Let a service worker keep the site for readers without a connection.
        #[arg(long)]
        offline: bool,
        /// For looking at the site while it is made: write no packed copies (.br, .gz) and no policy into the pages.
        #[arg(long)]
        unpacked: bool,
    },
    /// Write a folder's reports as a small index and one file for each, for sites that load only what is opened.
    ///
    /// OUT/index.json holds a card of each report, OUT/reports/ID.json a report as `parse` prints it. Files whose bytes
    /// do not change are not touched; files of reports that are gone are taken away.
    Split {
        /// A folder with *.txt and, if there is one, a manifest.json; with --add, text files.
        #[arg(required = true)]
        inputs: Vec<PathBuf>,
        /// The folder to write to.
        out: PathBuf,
        /// Put these reports to those that are there: reads the index and no other report.
        #[arg(long)]
        add: bool,
    },
}

fn main() -> ExitCode {
    let failed = match Arguments::parse().command {
        Command::Parse { inputs, pretty } => parse::run(&inputs, pretty),
        Command::Library { inputs, pretty } => library::run(&inputs, pretty),
        Command::Explain { file } => explain::run(&file),
        Command::Site { folder, out, shell, base, offline, unpacked } => {
            site::run(&folder, &shell, &out, &Choices { base, policy: !unpacked, offline }, !unpacked)
        }
        Command::Split { inputs, out, add: true } => split::add(&inputs, &out),
        Command::Split { inputs, out, .. } => match inputs.as_slice() {
            [folder] => split::run(folder, &out),
            _ => Err(vec!["expected one folder to write from; text files take --add".into()]),
        },
    };
    match failed {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            for message in messages {
                anstream::eprintln!("tongket: {message}");
            }
            ExitCode::FAILURE
        }
    }
}
