// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/examples/internal/whole"
	"github.com/baiseki/baiseki/fault"
)

// A store keeps a file for each policy in a folder.
type store struct {
	folder string
	scheme coverage.Scheme
	mu     sync.Mutex
}

// A file is the stored form of a policy: its terms, and its claims as they were entered, in
// the order in which they are assessed.
type file struct {
	Terms  coverage.Terms   `json:"terms"`
	Claims []coverage.Claim `json:"claims,omitempty"`

	// Earlier are the claims as they were before each of their last answers, by their numbers.
	Earlier map[string][]coverage.Claim `json:"earlier,omitempty"`
}

// mostEarlier is how many answers to a claim can be taken back.
const mostEarlier = 100

var (
	errNone  = errors.New("no such policy or claim")
	errThere = errors.New("there is one with this number already")
	errForm  = errors.New("the form cannot be read")
	errBusy  = errors.New("another desk is writing the policy")

	errAnswered = errors.New("the question is not open") // such as an answer that is sent twice
)

// abandoned is after how long a lock counts as one that a desk has left. A desk that comes to its end holds
// one for less.
const abandoned = 10 * time.Second

func open(folder string, scheme coverage.Scheme) (*store, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	probe, err := os.CreateTemp(folder, ".probe")
	if err != nil {
		return nil, err
	}
	made, err := probe.Stat()
	if err = errors.Join(err, probe.Close(), os.Remove(probe.Name())); err != nil {
		return nil, err
	}
	s := store{folder: folder, scheme: scheme}
	return &s, s.clear(made.ModTime().Add(-abandoned))
}

// clear removes the locks from before a time of the file system, of desks that came to no end. What
// another desk holds stays.
func (s *store) clear(before time.Time) error {
	entries, err := os.ReadDir(s.folder)
	for _, e := range entries {
		number, is := strings.CutSuffix(strings.TrimPrefix(e.Name(), "."), ".lock")
		if !is || !isNumber(number) {
			continue
		}
		info, failed := e.Info()
		if failed == nil && info.ModTime().Before(before) {
			failed = os.Remove(s.lockOf(number))
		}
		if !errors.Is(failed, fs.ErrNotExist) { // its desk has removed it
			err = errors.Join(err, failed)
		}
	}
	return err
}

// mostNumber is how many characters a number can have.
const mostNumber = 40

// isNumber reports whether a number can be the name of a file: letters, digits and hyphens.
func isNumber(s string) bool {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
	return s != "" && len(s) <= mostNumber && strings.Trim(s, letters) == "" && s[0] != '-'
}

// wrongNumber returns the error of a number that is too long, or has a character that a number may
// not have.
func wrongNumber(path, number string) error {
	if utf8.RuneCountInString(number) > mostNumber {
		return &fault.Error{
			Op: "desk", Path: path, Input: number, Reason: fault.ErrRange,
			JA: "番号は、40文字以内で入力してください。", EN: "Write the number in at most 40 characters.",
		}
	}
	return &fault.Error{
		Op: "desk", Path: path, Input: number, Reason: fault.ErrSyntax,
		JA: "番号は、英数字とハイフンで入力してください。", EN: "Write the number in letters, digits and hyphens.",
	}
}

func (s *store) path(number string) string { return filepath.Join(s.folder, number+".json") }

// numbers returns the numbers of all policies, in order.
func (s *store) numbers() (all []string, err error) {
	entries, err := os.ReadDir(s.folder)
	for _, e := range entries {
		if number, ok := strings.CutSuffix(e.Name(), ".json"); ok && isNumber(number) {
			all = append(all, number)
		}
	}
	return all, err
}

// read returns a policy. It returns errNone if there is none.
func (s *store) read(number string) (f file, err error) {
	if !isNumber(number) {
		return f, errNone
	}
	b, err := os.ReadFile(s.path(number))
	if errors.Is(err, fs.ErrNotExist) {
		return f, errNone
	}
	if err == nil {
		err = json.Unmarshal(b, &f)
	}
	return f, err
}

// lock keeps others from changing a policy, also another desk on the folder, until it is
// unlocked. It returns errBusy if another desk does not come to an end.
func (s *store) lock(number string) (unlock func(), err error) {
	s.mu.Lock()
	name := s.lockOf(number)
	for range 50 {
		file, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL, 0o600)
		switch {
		case err == nil:
			_ = file.Close() // which is empty
			return func() {
				_ = os.Remove(name) // a later start removes what stays
				s.mu.Unlock()
			}, nil
		case !errors.Is(err, fs.ErrExist):
			s.mu.Unlock()
			return nil, err
		}
		time.Sleep(20 * time.Millisecond)
	}
	s.mu.Unlock()
	return nil, errBusy
}

func (s *store) lockOf(number string) string { return filepath.Join(s.folder, "."+number+".lock") }

// add keeps a new policy. It returns errThere if there is one with its number.
func (s *store) add(f file) error {
	unlock, err := s.lock(f.Terms.Number)
	if err != nil {
		return err
	}
	defer unlock()
	if _, err := s.read(f.Terms.Number); !errors.Is(err, errNone) {
		return errors.Join(errThere, err)
	}
	return s.write(f)
}

// change changes a policy, unless the change returns an error.
func (s *store) change(number string, change func(*file) error) error {
	if !isNumber(number) {
		return errNone
	}
	unlock, err := s.lock(number)
	if err != nil {
		return err
	}
	defer unlock()
	f, err := s.read(number)
	if err == nil {
		err = change(&f)
	}
	if err != nil {
		return err
	}
	return s.write(f)
}

// write writes a file whole, or leaves the one that is there.
func (s *store) write(f file) error {
	b, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return err
	}
	to, err := whole.Create(s.path(f.Terms.Number), 0o600)
	if err != nil {
		return err
	}
	_, err = to.Write(b)
	return to.End(err)
}

// A matter is a policy with its claims assessed one after the other.
type matter struct {
	file
	policy  coverage.Policy
	history coverage.History
	results []coverage.Assessment // of each claim
}

// assess reads a policy and assesses its claims.
func (s *store) assess(number string) (m matter, err error) {
	f, err := s.read(number)
	if err != nil {
		return m, err
	}
	return s.matter(f)
}

// matter assesses the claims of a policy one after the other, and returns the first error.
func (s *store) matter(f file) (m matter, err error) {
	m.file = f
	if m.policy, err = s.scheme.Record(m.Terms); err != nil {
		return m, err
	}
	for _, c := range m.Claims {
		a, err := s.assessed(m.policy, c, m.history)
		if err != nil {
			return m, fmt.Errorf("claim %s: %w", c.Number, err)
		}
		m.results, m.history = append(m.results, a), a.History
	}
	return m, nil
}

// assessed assesses a claim, with the default answers.
func (s *store) assessed(p coverage.Policy, c coverage.Claim, h coverage.History) (coverage.Assessment, error) {
	c.Facts = c.Facts.Else(s.scheme.Defaults())
	return p.Assess(c, h)
}

// index returns the place of a claim, or -1.
func (f *file) index(claim string) int {
	return slices.IndexFunc(f.Claims, func(c coverage.Claim) bool { return c.Number == claim })
}

// answer puts a claim with one more answer in the place of the claim.
func (f *file) answer(c coverage.Claim) {
	i := f.index(c.Number)
	if f.Earlier == nil {
		f.Earlier = map[string][]coverage.Claim{}
	}
	all := append(f.Earlier[c.Number], f.Claims[i])
	f.Earlier[c.Number], f.Claims[i] = all[max(len(all)-mostEarlier, 0):], c
}

// back takes back the last answer to a claim, and reports whether there was one.
func (f *file) back(claim string) bool {
	all := f.Earlier[claim]
	if len(all) == 0 {
		return false
	}
	last := len(all) - 1
	f.Claims[f.index(claim)], f.Earlier[claim] = all[last], all[:last]
	return true
}
