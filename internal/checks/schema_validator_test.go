// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// A validator compares documents with one of our schemas. It knows the keywords that
// they use, and no other.
type validator struct {
	root     map[string]any
	patterns map[string]*regexp.Regexp
	seen     map[string]bool // the members of definitions that documents had
	places   func(place)     // is told of each value, unless it is nil
}

// A place is a value within a document.
type place struct {
	path   []any  // the names and the indices that lead to it
	of     string // its definition or, if it has none, its type
	schema map[string]any
	value  any
}

func newValidator(t *testing.T, name string) *validator {
	t.Helper()
	text, _ := read(t, "testdata/schema/"+name+".json")
	doc, err := decode([]byte(text))
	if err != nil {
		t.Fatal(name, err)
	}
	return &validator{root: doc.(map[string]any), patterns: map[string]*regexp.Regexp{}, seen: map[string]bool{}}
}

// refuse returns the first thing in a document that the schema does not allow, or "".
func (v *validator) refuse(b []byte) string {
	doc, err := decode(b)
	if err != nil {
		return err.Error()
	}
	return v.value(v.root, place{of: v.root["title"].(string), value: doc})
}

// decode returns a document with its numbers as they are written.
func decode(b []byte) (any, error) {
	d := json.NewDecoder(strings.NewReader(string(b)))
	d.UseNumber()
	var doc any
	err := d.Decode(&doc)
	return doc, err
}

func (v *validator) value(s map[string]any, at place) string {
	if ref, ok := s["$ref"].(string); ok {
		at.of = strings.TrimPrefix(ref, "#/$defs/")
		if ref == "#" {
			at.of = v.root["title"].(string)
		}
		s, _ = v.definition(at.of)
	}
	at.schema = s
	if v.places != nil {
		v.places(at)
	}
	for _, key := range sorted(s) {
		if why := v.keyword(s, key, s[key], at); why != "" {
			return why
		}
	}
	return ""
}

func sorted(object map[string]any) []string { return slices.Sorted(maps.Keys(object)) }

// keyword checks one keyword of a schema. A keyword about one type says nothing of
// the others.
func (v *validator) keyword(s map[string]any, key string, want any, at place) string {
	text, isText := at.value.(string)
	number, isNumber := at.value.(json.Number)
	object, isObject := at.value.(map[string]any)
	ok := true
	switch key {
	case "$schema", "$defs", "title", "description", "examples":
	case "const":
		ok = isNumber && rational(number).Cmp(rational(want)) == 0
	case "type":
		all, several := want.([]any)
		if !several {
			all = []any{want}
		}
		ok = slices.ContainsFunc(all, func(word any) bool { return hasType(at.value, word.(string)) })
	case "enum":
		ok = slices.Contains(want.([]any), at.value)
	case "pattern":
		if v.patterns[want.(string)] == nil {
			v.patterns[want.(string)] = regexp.MustCompile(want.(string))
		}
		ok = !isText || v.patterns[want.(string)].MatchString(text)
	case "maxLength":
		ok = !isText || rational(json.Number(strconv.Itoa(utf8.RuneCountInString(text)))).Cmp(rational(want)) <= 0
	case "minimum":
		ok = !isNumber || rational(number).Cmp(rational(want)) >= 0
	case "maximum":
		ok = !isNumber || rational(number).Cmp(rational(want)) <= 0
	case "maxProperties":
		ok = !isObject || rational(json.Number(strconv.Itoa(len(object)))).Cmp(rational(want)) <= 0
	case "required":
		for _, id := range want.([]any) {
			if _, has := object[id.(string)]; isObject && !has {
				return fmt.Sprintf("%v has no %v", at.path, id)
			}
		}
	case "items":
		list, _ := at.value.([]any)
		for i, x := range list {
			if why := v.value(want.(map[string]any), at.part(i, x)); why != "" {
				return why
			}
		}
	case "propertyNames":
		for _, id := range sorted(object) {
			if why := v.value(want.(map[string]any), place{path: at.path, of: "a name", value: id}); why != "" {
				return why
			}
		}
	case "properties":
		for _, id := range sorted(object) {
			if p, has := want.(map[string]any)[id].(map[string]any); has {
				v.seen[at.of+"."+id] = true
				if why := v.value(p, at.part(id, object[id])); why != "" {
					return why
				}
			}
		}
	case "additionalProperties":
		listed, _ := s["properties"].(map[string]any)
		for _, id := range sorted(object) {
			if _, has := listed[id]; has {
				continue
			}
			of, open := want.(map[string]any)
			if !open {
				return fmt.Sprintf("%v: %q is not known", at.path, id)
			}
			if why := v.value(of, at.part(id, object[id])); why != "" {
				return why
			}
		}
	default:
		return "a schema has the keyword " + key
	}
	if !ok {
		return fmt.Sprintf("%v: %v is not of %s %v", at.path, at.value, key, want)
	}
	return ""
}

// part returns the place of a part of a value.
func (p place) part(step, value any) place {
	of := p.of
	switch step := step.(type) {
	case string:
		of += "." + step
	default:
		of += "[]"
	}
	return place{path: append(slices.Clone(p.path), step), of: of, value: value}
}

// hasType reports whether a value is of a type of JSON Schema. A whole number is an
// integer however it is written.
func hasType(value any, word string) bool {
	switch value := value.(type) {
	case nil:
		return word == "null"
	case bool:
		return word == "boolean"
	case string:
		return word == "string"
	case json.Number:
		return word == "integer" && rational(value).IsInt()
	case []any:
		return word == "array"
	default:
		return word == "object"
	}
}

// rational returns the value of a number.
func rational(number any) *big.Rat {
	r, ok := new(big.Rat).SetString(string(number.(json.Number)))
	if !ok {
		panic(number)
	}
	return r
}

// members returns the members of all objects of the schema.
func (v *validator) members() []string {
	var all []string
	var add func(of string, s map[string]any)
	add = func(of string, s map[string]any) {
		listed, _ := s["properties"].(map[string]any)
		for id, p := range listed {
			all = append(all, of+"."+id)
			add(of+"."+id, p.(map[string]any))
		}
		if items, ok := s["items"].(map[string]any); ok {
			add(of+"[]", items)
		}
	}
	add(v.root["title"].(string), v.root)
	defs, _ := v.root["$defs"].(map[string]any)
	for id, s := range defs {
		add(id, s.(map[string]any))
	}
	return all
}

// definition returns a definition of the schema, or the whole schema by its title.
func (v *validator) definition(id string) (s map[string]any, ok bool) {
	if id == v.root["title"] {
		return v.root, true
	}
	defs, _ := v.root["$defs"].(map[string]any)
	s, ok = defs[id].(map[string]any)
	return s, ok
}

// list returns the values of a document that the schema accepts.
func (v *validator) list(b []byte) []place {
	var all []place
	v.places = func(p place) {
		if p.of != "a name" {
			all = append(all, p)
		}
	}
	v.refuse(b)
	v.places = nil
	return all
}

// kind returns the definition of a value or, if it has none, its type, and whether the
// value can be null.
func (v *validator) kind(p place) (kind string, nullable bool) {
	kind = fmt.Sprint(p.schema["type"])
	nullable = strings.Contains(kind, "null")
	if _, ok := v.definition(p.of); ok {
		kind = p.of
	} else if p.schema["const"] != nil {
		kind = "version"
	}
	return kind, nullable
}

// with returns a document with another value in a place.
func with(t *testing.T, b []byte, path []any, value string) []byte {
	t.Helper()
	doc, err := decode(b)
	if err != nil {
		t.Fatal(err)
	}
	change := func(any) { doc = json.RawMessage(value) }
	within := doc
	for _, step := range path {
		switch x := within.(type) {
		case map[string]any:
			within, change = x[step.(string)], func(v any) { x[step.(string)] = v }
		case []any:
			within, change = x[step.(int)], func(v any) { x[step.(int)] = v }
		}
	}
	change(json.RawMessage(value))
	out, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
