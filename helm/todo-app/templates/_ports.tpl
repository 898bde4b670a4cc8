{{/* Ports that the backend calls, as far as they can be known. Each gives a number. */}}

{{/* What follows the host of a URL; a password may hold anything but "@" and "/", which are written as %40 and %2F. */}}
{{- define "todo-app.port.of" -}}
{{- $authority := regexFind "^[a-z+0-9]+://[^/?#]*" . }}
{{- regexFind "[0-9]+$" (regexFind ":[0-9]+$" (regexReplaceAll "^.*[@/]" $authority "")) }}
{{- end }}

{{- define "todo-app.port.database" -}}
{{- $url := .Values.secret.databaseUrl }}
{{- if not $url }}
{{- $url = dig "data" "DATABASE_URL" "" (include "todo-app.secret.found" . | fromJson) | b64dec }}
{{- end }}
{{- .Values.networkPolicy.database.port | default (include "todo-app.port.of" $url) | default 5432 }}
{{- end }}

{{- define "todo-app.port.model" -}}
{{- $url := .Values.config.llmBaseUrl }}
{{- .Values.networkPolicy.model.port | default (include "todo-app.port.of" $url) | default (ternary 80 443 (hasPrefix "http://" $url)) }}
{{- end }}
