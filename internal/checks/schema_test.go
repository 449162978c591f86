// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"bytes"
	"cmp"
	"encoding"
	"encoding/json"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/premium"
)

// stored are the types whose JSON a host stores or sends, and the assessment, which
// it shows. Each has a schema in testdata/schema.
func stored() []any {
	return []any{
		coverage.Application{}, coverage.Assessment{}, coverage.Claim{}, coverage.History{}, coverage.Rules{}, coverage.Terms{},
		clause.Sheet{}, exclusions.Wording{}, fact.Set{}, limits.Node{}, premium.Quote{},
	}
}

// TestSchema compares the schemas with those that follow from the types.
func TestSchema(t *testing.T) {
	folder := filepath.Join(root, "testdata", "schema")
	docs := sources(t)
	stale := map[string]bool{}
	old, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range old {
		stale[name] = true
	}
	for _, x := range stored() {
		typ := reflect.TypeOf(x)
		g := generator{t: t, docs: docs, root: typ, written: typ == reflect.TypeFor[coverage.Assessment](), defs: map[string]*schema{}}
		whole := g.define(typ)
		whole.Draft, whole.Title, whole.Defs = "https://json-schema.org/draft/2020-12/schema", typ.String(), nil
		for _, name := range slices.Sorted(maps.Keys(g.defs)) {
			whole.Defs = append(whole.Defs, property{name, g.defs[name]})
		}
		var want bytes.Buffer
		if err := json.Indent(&want, must(encode(whole)), "", "  "); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(folder, typ.String()+".json")
		delete(stale, name)
		if cases.Updating() {
			if err := cmp.Or(os.MkdirAll(folder, 0o755), os.WriteFile(name, want.Bytes(), 0o644)); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(name); err != nil || !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s is not that of the type (%v); go test ./internal/checks -run TestSchema -update writes it", name, err)
		}
	}
	for name := range stale {
		if !cases.Updating() {
			t.Errorf("%s is the schema of no type", name)
		} else if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
}

// A schema is a JSON Schema, as far as ours say anything.
type schema struct {
	Draft         string     `json:"$schema,omitempty"`
	Title         string     `json:"title,omitempty"`
	Ref           string     `json:"$ref,omitempty"`
	Description   string     `json:"description,omitempty"`
	Examples      []any      `json:"examples,omitempty"`
	Const         any        `json:"const,omitempty"`
	Type          any        `json:"type,omitempty"` // one word, or several
	Enum          []string   `json:"enum,omitempty"`
	Pattern       string     `json:"pattern,omitempty"`
	MaxLength     int        `json:"maxLength,omitempty"`
	Minimum       *int64     `json:"minimum,omitempty"`
	Maximum       *int64     `json:"maximum,omitempty"`
	Items         *schema    `json:"items,omitempty"`
	Properties    properties `json:"properties,omitempty"`
	Required      []string   `json:"required,omitempty"`
	PropertyNames *schema    `json:"propertyNames,omitempty"`
	MaxProperties int        `json:"maxProperties,omitempty"`
	Additional    any        `json:"additionalProperties,omitempty"` // false, or a schema
	Defs          properties `json:"$defs,omitempty"`
}

// properties are schemas by name, in their order.
type properties []property

type property struct {
	name   string
	schema *schema
}

func (p properties) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, x := range p {
		if i > 0 {
			b = append(b, ',')
		}
		id, s := must(encode(x.name)), must(encode(x.schema))
		b = slices.Concat(b, bytes.TrimSpace(id), []byte{':'}, s)
	}
	return append(b, '}'), nil
}

// encode returns JSON without escapes for HTML.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

// A generator makes the schema of a type.
type generator struct {
	t       *testing.T
	docs    map[string]spoken
	root    reflect.Type
	written bool // and not read: what is always written is required
	defs    map[string]*schema
}

// of returns the schema of a value within another, which for a type with a name
// refers to its definition.
func (g *generator) of(t reflect.Type) *schema {
	switch {
	case t == g.root:
		return &schema{Ref: "#"}
	case strings.HasPrefix(t.PkgPath(), module) && !strings.HasPrefix(t.PkgPath(), module+"/internal/"):
		if _, ok := g.defs[t.String()]; !ok {
			g.defs[t.String()] = nil // until it is known
			g.defs[t.String()] = g.define(t)
		}
		return &schema{Ref: "#/$defs/" + t.String()}
	}
	return g.define(t)
}

// define returns the schema of a type itself.
func (g *generator) define(t reflect.Type) *schema {
	if s, ok := texts()[t]; ok {
		return &s
	}
	s := &schema{Description: g.docs[t.String()].doc}
	form, own := forms()[t]
	if !own {
		form = t
		switch reflect.Zero(t).Interface().(type) {
		case json.Marshaler, encoding.TextMarshaler:
			if !versioned(t) {
				g.t.Fatalf("%v writes itself: say how", t)
			}
		}
	}
	switch form.Kind() {
	case reflect.String:
		s.Type = "string"
		for _, c := range g.docs[t.String()].constants {
			s.Examples = append(s.Examples, c)
		}
	case reflect.Bool:
		s.Type = "boolean"
	case reflect.Int, reflect.Int64:
		s.Type = "integer"
	case reflect.Slice:
		s.Type, s.Items = "array", g.of(form.Elem())
	case reflect.Map:
		s.Type, s.Additional = "object", g.of(form.Elem())
	case reflect.Pointer:
		*s = *g.define(form.Elem())
		s.Type = []string{s.Type.(string), "null"}
	case reflect.Struct:
		s.Type, s.Additional = "object", false
		if versioned(t) {
			s.Properties = properties{{"v", &schema{Description: "The version of the form. A form without it is of version 1.", Const: 1}}}
		}
		if versioned(t) && g.written {
			s.Required = []string{"v"}
		}
		for _, f := range reflect.VisibleFields(form) {
			id, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.Anonymous || !f.IsExported() {
				continue
			}
			p := g.of(f.Type)
			p.Description = cmp.Or(f.Tag.Get("doc"), g.field(t, form, f), p.Description)
			s.Properties = append(s.Properties, property{id, p})
			if g.written && options == "" {
				s.Required = append(s.Required, id)
			}
		}
	default:
		g.t.Fatalf("%v is a %v", t, form.Kind())
	}
	return s
}

// field returns the comment on a field of a type with the form.
func (g *generator) field(t, form reflect.Type, f reflect.StructField) string {
	owner := form
	for _, i := range f.Index[:len(f.Index)-1] {
		owner = owner.Field(i).Type
	}
	if owner == form {
		owner = t
	}
	return g.docs[owner.String()].fields[f.Name]
}

// A spoken is what the source says of a type.
type spoken struct {
	doc       string
	fields    map[string]string
	constants []string
}

// sources returns what the public packages say of their types.
func sources(t *testing.T) map[string]spoken {
	all := map[string]spoken{}
	for _, p := range list(t, pkg.public) {
		c := check(t, p)
		for _, f := range c.files {
			ast.Inspect(f, func(n ast.Node) bool {
				d, ok := n.(*ast.GenDecl)
				if !ok || d.Tok != token.TYPE {
					return true
				}
				for _, spec := range d.Specs {
					s := spec.(*ast.TypeSpec)
					doc := cmp.Or(s.Doc.Text(), d.Doc.Text())
					all[p.Name+"."+s.Name.Name] = spoken{about(doc), comments(c.set, s.Type), nil}
				}
				return false
			})
		}
		scope := c.Scope()
		names := scope.Names()
		slices.SortFunc(names, func(a, b string) int { return cmp.Compare(scope.Lookup(a).Pos(), scope.Lookup(b).Pos()) })
		for _, id := range names {
			v, ok := scope.Lookup(id).(*types.Const)
			if !ok || !v.Exported() {
				continue
			}
			word, err := strconv.Unquote(v.Val().ExactString())
			if err != nil { // no text
				continue
			}
			if named, ok := v.Type().(*types.Named); ok && named.Obj().Pkg() == c.Package {
				x := all[p.Name+"."+named.Obj().Name()]
				x.constants = append(x.constants, word)
				all[p.Name+"."+named.Obj().Name()] = x
			}
		}
	}
	return all
}

// comments returns what is said of each field: on its line, above it, or above its
// block.
func comments(set *token.FileSet, e ast.Expr) map[string]string {
	all := map[string]string{}
	s, ok := e.(*ast.StructType)
	if !ok {
		return nil
	}
	block, last := "", 0
	for _, f := range s.Fields.List {
		if doc := f.Doc.Text(); doc != "" || set.Position(f.Pos()).Line != last+1 {
			block = doc
		}
		last = set.Position(f.End()).Line
		for _, id := range f.Names {
			all[id.Name] = prose(cmp.Or(f.Comment.Text(), block))
		}
	}
	return all
}

var (
	link     = regexp.MustCompile(`(^|[\s(])\[([A-Za-z]\w*(\.\w+)*)\]`) // in a comment
	japanese = regexp.MustCompile(`([^ -~])\n([^ -~])`)                 // at the end of a line and on the next one
	inGo     = regexp.MustCompile(`\bzero [A-Z]|plain data|immutable|constant|\bnil\b|\bJSON\b|\breturns\b|\bNew|Scheme\.Record`)
)

// prose returns a comment as text without links and lines.
func prose(s string) string {
	s = strings.Join(strings.Fields(japanese.ReplaceAllString(s, "$1$2")), " ")
	return link.ReplaceAllString(s, "$1$2")
}

// about returns what the first paragraph of a comment on a type says of what it
// stands for, and not of its use in Go.
func about(doc string) string {
	first, _, _ := strings.Cut(doc, "\n\n")
	sentences := strings.SplitAfter(prose(first), ". ")
	return strings.TrimSpace(strings.Join(slices.DeleteFunc(sentences, inGo.MatchString), ""))
}
