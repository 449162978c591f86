// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/yen"
)

// A dialogue asks until the claim is decided, or nobody knows more.
type dialogue struct {
	speech
	lines   source
	out     *screen
	policy  coverage.Policy
	history coverage.History

	steps []step     // the claim as it was taken in, and after each answer
	end   yen.Amount // of the bars: the most that was payable at first
}

// newDialogue returns the dialogue about a claim. It returns the error of assessing it.
func newDialogue(lang language.Tag, p coverage.Policy, c coverage.Claim, h coverage.History,
	from io.Reader, to io.Writer) (*dialogue, error) {
	d := &dialogue{speech: speech{lang}, out: &screen{to: to}, policy: p, history: h}
	d.lines = newSource(from, d.out)
	a, err := p.Assess(c, h)
	d.steps, d.end = []step{{claim: c, result: a}}, a.Most
	return d, err
}

// now returns the claim with the answers so far.
func (d *dialogue) now() *step { return &d.steps[len(d.steps)-1] }

func (d *dialogue) say(text string) { d.out.say(text) }

// run asks all that matters, and ends with the report. Whoever takes the last answer back
// goes on.
func (d *dialogue) run() {
	d.welcome()
	for more := true; more && d.out.err == nil; {
		if ask, stuck := d.questions(d.now()); len(ask) > 0 {
			d.pose(ask[0], len(ask))
			more = d.hear(ask[0])
		} else {
			d.finish(stuck)
			more = d.reopen()
		}
	}
}

// welcome says which claim it is, and how to answer.
func (d *dialogue) welcome() {
	c, terms := &d.now().claim, d.policy.Terms()
	d.say(d.defaults(assumed(*c)))
	d.say(d.matter(terms.Company, terms.Number, c.Number))
	for i := range c.Items {
		d.say(d.item(d.policy.Scheme(), c, i))
	}
	d.say(d.hint())
}

// assumed returns how many default answers a claim has.
func assumed(c coverage.Claim) (n int) {
	for _, a := range c.Facts.All() {
		if a.Assumed() {
			n++
		}
	}
	return n
}

// pose puts a question, with the bounds of the amount payable and the number of questions
// left.
func (d *dialogue) pose(q question, left int) {
	a := d.now().result
	d.out.gap()
	d.say(d.standing(a.Least, a.Most, left))
	if b := bar(a.Least, a.Most, d.end); b != "" {
		d.out.write(d.yen(0) + " " + b + " " + d.yen(d.end) + "\n")
	}
	d.out.entry(d.number(len(d.steps)), d.text(q))
}

// text returns a question, with the items that it is about if there are others.
func (d *dialogue) text(q question) string {
	c := &d.now().claim
	if q.amount != "" {
		return d.howMuch(d.policy.Scheme(), c, q)
	}
	if len(c.Items) == 1 || len(q.Items) == len(c.Items) {
		return q.Text(d.lang)
	}
	return d.about(q.Items) + q.Text(d.lang)
}

// hear takes the answer to a question. It returns false if nobody answers any more.
func (d *dialogue) hear(q question) bool {
	for d.out.err == nil {
		line, ok := d.prompt(d.asking(q))
		switch w := wordOf(line); {
		case !ok:
			d.leave(d.inputEnded())
			return false
		case w == quit:
			d.leave(d.quitting())
			return false
		case w == back:
			if d.takeBack() {
				return true
			}
		case w == show:
			d.report()
			return true
		case w == why:
			d.explain(q)
		case w == help:
			d.teach()
		case d.answer(q, line):
			return true
		}
	}
	return false
}

// teach prints how to answer.
func (d *dialogue) teach() {
	for _, l := range d.manual() {
		d.out.entry("  "+l[0]+strings.Repeat(" ", max(0, 24-wide(l[0]))), l[1])
	}
}

// prompt asks for a line. It returns false if there are no more.
func (d *dialogue) prompt(text string) (string, bool) {
	d.out.write(text + " > ")
	return d.lines.next()
}

// answer reads an answer and puts it into the claim. It reports whether that was done; if
// not, it says why.
func (d *dialogue) answer(q question, line string) bool {
	a, err := q.read(line, d.now().claim)
	if err != nil {
		d.say(d.sentence(err))
		return false
	}
	before := d.now()
	next := step{claim: q.with(before.claim, a), holes: before.holes}
	if !a.settles() {
		next.holes = append(slices.Clip(next.holes), q.holes()...)
	}
	if next.result, err = d.policy.Assess(next.claim, d.history); err != nil {
		d.say(d.refused(q, a, err))
		return false
	}
	d.steps = append(d.steps, next)
	d.say(d.moved(d.answerText(q, a), before.result, next.result))
	return true
}

// takeBack takes the last answer back. It reports whether there was one.
func (d *dialogue) takeBack() bool {
	if len(d.steps) == 1 {
		d.say(d.nothingBack())
		return false
	}
	d.steps = d.steps[:len(d.steps)-1]
	d.say(d.tookBack())
	return true
}

// finish says what the claim depends on that nobody can answer, and prints the report.
func (d *dialogue) finish(stuck []question) {
	a := d.now().result
	d.out.gap()
	if a.Decision != coverage.Open {
		d.say(d.decided())
	} else {
		d.say(d.open(len(stuck)))
	}
	for i, q := range stuck {
		d.out.entry(d.listed(i+1), d.text(q)+d.reason(q))
		for _, c := range q.Cases {
			if len(q.Cases) > 1 { // a single one is what is payable now
				d.out.entry("     ", c.Text(d.lang))
			}
		}
	}
	if a.Unstated != "" {
		d.say(d.unstated(titleOf(d.policy.Scheme(), a.Unstated, d.lang)))
	}
	d.report()
}

// report prints the assessment so far.
func (d *dialogue) report() { d.out.write("\n" + d.now().result.Text(d.lang)) }

// leave ends the dialogue with what is known.
func (d *dialogue) leave(why string) {
	d.out.gap()
	d.say(why)
	d.report()
}

// reopen waits until whoever reads the report has done so. It returns true if the last
// answer is taken back.
func (d *dialogue) reopen() bool {
	for !d.lines.empty() && d.out.err == nil {
		d.out.gap()
		line, ok := d.prompt(d.closing())
		switch w := wordOf(line); {
		case !ok || line == "" || w == quit:
			return false
		case w == back && d.takeBack():
			return true
		case w == show:
			d.report()
		case w != back:
			d.say(d.closed())
		}
	}
	return false
}
