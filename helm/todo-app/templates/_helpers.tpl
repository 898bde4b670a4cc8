{{/* Names and labels. Templates of a component take a dict {root, name, values}: the chart's context, "backend" or
"frontend", and that one's values. */}}

{{- define "todo-app.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" }}
{{- end }}

{{/* 50 characters leave room for "-frontend" and "-migrate-0123abcd" within the 63 of a label. */}}
{{- define "todo-app.fullname" -}}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 46 | trimSuffix "-" }}
{{- else if contains $name .Release.Name }}
{{- .Release.Name | trunc 46 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 46 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "todo-app.selector" -}}
app.kubernetes.io/name: {{ include "todo-app.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .name }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end }}

{{- define "todo-app.labels" -}}
{{ include "todo-app.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: todo-app
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* The metadata of an object: name is the release's, and the component's if there is one, unless `called` names it. */}}
{{- define "todo-app.metadata" -}}
name: {{ .called | default (ternary (printf "%s-%s" (include "todo-app.fullname" .root) .name) (include "todo-app.fullname" .root) (not (empty .name))) }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "todo-app.labels" . | nindent 2 }}
{{- end }}

{{- define "todo-app.image" -}}
{{- if .image.digest -}}
{{ .image.repository }}@{{ .image.digest }}
{{- else -}}
{{ .image.repository }}:{{ .image.tag | default .root.Chart.AppVersion }}
{{- end }}
{{- end }}

{{- define "todo-app.serviceAccountName" -}}
{{- $account := .values.serviceAccount }}
{{- if $account.create -}}
{{ default (printf "%s-%s" (include "todo-app.fullname" .root) .name) $account.name }}
{{- else -}}
{{ default "default" $account.name }}
{{- end }}
{{- end }}

{{/* How many pods: `replicas`, or what suits the database. */}}
{{- define "todo-app.replicas" -}}
{{- if not (kindIs "invalid" .values.replicas) -}}
{{ .values.replicas }}
{{- else if and (eq .name "backend") (eq .root.Values.database.kind "sqlite") -}}
1
{{- else -}}
2
{{- end }}
{{- end }}

{{/* The fewest pods there may be: what a PodDisruptionBudget is measured against. */}}
{{- define "todo-app.fewest" -}}
{{- if .values.autoscaling.enabled }}{{ .values.autoscaling.minReplicas }}{{ else }}{{ include "todo-app.replicas" . }}{{ end }}
{{- end }}

{{/* The names that requests come by from outside; "*" is not one. */}}
{{- define "todo-app.hosts" -}}
{{- $hosts := list }}
{{- if .Values.ingress.enabled }}{{ $hosts = append $hosts .Values.ingress.host }}{{ end }}
{{- if .Values.httpRoute.enabled }}{{ $hosts = append $hosts .Values.httpRoute.host }}{{ end }}
{{- without $hosts "*" | uniq | toJson }}
{{- end }}

{{/* What the Ingress and the HTTPRoute send to the backend, by prefix. */}}
{{- define "todo-app.backendPaths" -}}
["/api", "/mcp", "/.well-known/oauth-protected-resource", "/.well-known/oauth-authorization-server"]
{{- end }}
